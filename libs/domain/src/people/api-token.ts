/** `read` only looks; `full` does what the owner's posts of that day allow, never more. */
export const tokenScopes = ['read', 'full'] as const;

export type TokenScope = (typeof tokenScopes)[number];

export const longestTokenDays = 365;
export const tokensOfOnePerson = 10;
