/** The same role, however it is written. */
export const roleKey = (role: string): string => role.trim().toLowerCase();
