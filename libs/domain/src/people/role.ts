/** The thirteen roles; flat, a person may hold several posts (role + unit, from–to). */
export const roles = [
  'admin',
  'chief',
  'deputy',
  'inspection',
  'liaison',
  'supervision',
  'safety',
  'office',
  'head',
  'handler',
  'clerk',
  'stats',
  'auditor',
] as const;

export type Role = (typeof roles)[number];
