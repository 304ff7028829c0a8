/** Liveness: the process answers. Readiness: it can also do its work. */
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { openStatements, operatorSetting } from '@passalong/domain';
import type { Response } from 'express';
import { AuditKeeper } from '../audit/index.js';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { sealingWarnings } from '../sealing/sealing.js';

@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database, @Inject(CONFIG) private readonly config: Config, @Inject(AuditKeeper) private readonly audit: AuditKeeper) {}

  @Get('live') live(): object {
    return { status: 'live' };
  }

  @Get('ready') async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const isReady = await this.database.isReady();
    response.status(isReady ? 200 : 503);
    const open = openStatements(this.config.operator).map((statement) => `${operatorSetting(statement)} is not stated; the legal pages show it as open.`);
    const warnings = [...this.audit.warnings(), ...proxyWarnings(this.config), ...sealingWarnings(this.config), ...open];
    return { status: isReady ? 'ready' : 'the database does not answer', mode: this.config.mode, warnings };
  }
}

/** The server itself speaks plain http, so where people use https a proxy stands before it, and would count as the one client there is. */
export function proxyWarnings({ mode, publicUrl, trustedProxies }: Pick<Config, 'mode' | 'publicUrl' | 'trustedProxies'>): readonly string[] {
  const isUnnamed = Array.isArray(trustedProxies) && trustedProxies.length === 0;
  return mode === 'production' && publicUrl.startsWith('https:') && isUnnamed ? ['TRUSTED_PROXIES is not set; everybody counts as one client, the proxy, and shares its rate limits.'] : [];
}
