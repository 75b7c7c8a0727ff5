/** What can happen to accounts, posts and units; each is recorded with who did it. */
export const peopleActions = [
  'first_use',
  'unit_added',
  'unit_renamed',
  'unit_moved',
  'unit_closed',
  'unit_merged',
  'person_added',
  'person_changed',
  'post_added',
  'post_ended',
  'password_reset',
  'password_changed',
  'sessions_ended',
  'token_created',
  'token_revoked',
  'account_disabled',
  'account_enabled',
  'leave_set',
  'leave_ended',
  'handed_over',
  'members_set',
] as const;

export type PeopleAction = (typeof peopleActions)[number];

/** What a unit is; the one bureau is made at first use. */
export const addableUnitTypes = ['section', 'town', 'member', 'enterprise', 'group', 'external'] as const;

export type AddableUnitType = (typeof addableUnitTypes)[number];

/** Letters of any script, digits and . _ - */
export const usernamePattern = /^[\p{L}\p{N}._-]{1,50}$/u;

export const shortestPassword = 10;
