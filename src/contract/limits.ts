/** The longest texts that the backend keeps, in characters (DRF's max_length of the recorded stack). */
export const limits = { personName: 150, email: 254, departmentName: 255 } as const;
