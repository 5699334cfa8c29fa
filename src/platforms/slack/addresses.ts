/** Where people begin to install the app. */
export const installPath = "/slack/install";

/** Where Slack sends them back to. */
export const redirectPath = "/slack/oauth_redirect";

export const installUrl = (publicUrl: string): string => below(publicUrl, installPath);

export const redirectUrl = (publicUrl: string): string => below(publicUrl, redirectPath);

/** Where Slack sends events, commands and presses. */
export const requestPath = "/slack/events";

export const requestUrl = (publicUrl: string): string => below(publicUrl, requestPath);

/** Below the address of this process, whatever path it has. */
const below = (publicUrl: string, path: string): string => `${publicUrl.replace(/\/+$/, "")}${path}`;
