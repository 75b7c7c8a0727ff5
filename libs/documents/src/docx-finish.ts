/** Zip entries carry a time; a fixed one keeps equal contents equal byte by byte. */
export const fixedDate = new Date(1980, 0, 1);
