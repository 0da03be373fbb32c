/** The longest texts that the backend stores, in characters (`max_length` on the recorded stack). */
export const limits = { personName: 150, email: 254, departmentName: 255 } as const;
