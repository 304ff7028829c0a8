/** What a careful person would not meet: thrown, with a code from a short closed list. What they could meet is data, see user-error.ts. */
export const ERROR_CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT', 'CONFLICT', 'RATE_LIMITED', 'INTERNAL'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class DomainError extends Error {
  constructor(readonly code: ErrorCode, message: string, readonly details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Absent and invisible answer identically. */
export const notFound = (): DomainError => new DomainError('NOT_FOUND', 'There is nothing here that you may see.');
export const unauthenticated = (): DomainError => new DomainError('UNAUTHENTICATED', 'Sign in to do this.');
export const forbidden = (message: string): DomainError => new DomainError('FORBIDDEN', message);
export const rateLimited = (retryAfterSeconds: number): DomainError => new DomainError('RATE_LIMITED', `That was more than we answer in so short a time. Nothing was changed; try again in ${retryAfterSeconds === 1 ? 'a second' : `${retryAfterSeconds} seconds`}.`, { retryAfterSeconds });
export const invalidInput = (message: string, details: Readonly<Record<string, unknown>> = {}): DomainError => new DomainError('INVALID_INPUT', message, details);
