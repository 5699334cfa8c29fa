/** Where Slack sends people back to. */
export const redirectPath = "/slack/oauth_redirect";

/** Below the address of this process, whatever path it has. */
export const redirectUrl = (publicUrl: string): string => `${publicUrl.replace(/\/+$/, "")}${redirectPath}`;
