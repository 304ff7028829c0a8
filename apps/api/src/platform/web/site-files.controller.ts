/** Files that browsers and search engines ask for by a fixed name. */
import { Controller, Get, Header, Inject, Redirect } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';

/** Of no use to anyone who is not signed in, or not pages at all. */
const NOT_FOR_ROBOTS = ['/auth/', '/edit/', '/my-week', '/review', '/write', '/graphql', '/demo-idp/'];

@Controller()
export class SiteFilesController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A sandbox is there to be cleared, so nothing in it should be found. */
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  robots(): string {
    const refused = this.config.mode === 'sandbox' ? ['/'] : NOT_FOR_ROBOTS;
    return ['User-agent: *', ...refused.map((path) => `Disallow: ${path}`), '', `Sitemap: ${this.config.publicUrl}/sitemap.xml`, ''].join('\n');
  }

  /** Old browsers ask for it, whatever the page says. */
  @Get('favicon.ico')
  @Header('cache-control', 'public, max-age=86400')
  @Redirect('/assets/icon.svg', 301)
  favicon(): void {}
}
