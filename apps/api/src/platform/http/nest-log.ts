/** Nest's own messages in our structured log. Errors of requests are left out: the one formatter reports those that nobody expected. */
import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

const ANSWERED_ELSEWHERE = 'ExceptionsHandler';

export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    const context = rest.at(-1);
    if (context !== ANSWERED_ELSEWHERE) this.logger.error({ context, stack: rest.length > 1 ? rest[0] : undefined }, String(message));
  }
}
