/**
 * The browser of a person who installs the app: it keeps its cookies, knows the app's address by another name, and asks
 * for pages in the languages of that person.
 */
export const createBrowser = (url: string, languages = "en-GB,en;q=0.9") => {
  const cookies = new Map<string, string>();
  const open = async (address: string) => {
    const { pathname, search } = new URL(address, url);
    const response = await fetch(`${url}${pathname}${search}`, {
      headers: {
        cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
        "accept-language": languages,
      },
      redirect: "manual",
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = cookie.split(";")[0]!.split("=");
      cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    open,
    /** Opens the page of the installation; resolves to where its button leads. */
    begin: async (): Promise<string> => {
      const { text } = await open("/slack/install");
      const found = /href="(https:\/\/slack\.com[^"]*)"/.exec(text)?.[1];
      if (found === undefined) throw new Error(`No way to Slack on the page: ${text}`);
      return found.replaceAll("&amp;", "&");
    },
  };
};
