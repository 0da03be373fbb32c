import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { findSimilarDepartment } from '../data/similar-department.ts';
import { ApiError } from '../http/errors.ts';
import { isolate } from '../lib/isolate-text.ts';

/**
 * Refuses the name of a department, once, if people would confuse it with another's. Who sends the same name again means it.
 * @param again what the user does to send it again: "choose “Save” again"
 * @returns a function that throws an ApiError with the message at the field `name`
 */
export function useSimilarName(again: string) {
  const client = useQueryClient();
  const refused = useRef<string | null>(null);
  return async (name: string, except?: string): Promise<void> => {
    if (refused.current === name) return;
    const similar = await findSimilarDepartment(client, name, except);
    if (similar === null) return;
    refused.current = name;
    throw new ApiError('validation', { status: 400, fields: { name: [`“${isolate(similar.name)}” exists already. To use “${isolate(name)}” all the same, ${again}.`] } });
  };
}
