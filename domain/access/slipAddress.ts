/** Where the code on a slip leads: the journal, or the page on which one thinks up a password. The token stands behind the «#»: no server on the way sees it. */
export const slipAddress = ({ token }: { token: string | null }, origin: string): string =>
  token ? `${origin}/activate#${encodeURIComponent(token)}` : `${origin}/`

/** The token of such an address, as the page finds it behind the «#». */
export const tokenIn = (hash: string): string => decodeURIComponent(hash.slice(1))
