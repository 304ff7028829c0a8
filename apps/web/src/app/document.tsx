/** The whole HTML document around a page. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import type { SiteAssets } from './assets';
import { Footer } from './footer';
import { Masthead } from './masthead';
import { OpenGraph } from './open-graph';
import type { Address, Head, Surroundings } from './page';

interface DocumentProps {
  readonly head: Head;
  readonly assets: SiteAssets;
  readonly at: Address;
  readonly context: Surroundings;
  readonly children: ReactNode;
}

/** Keeps the first paint back until a remembered appearance is known; the script is small. */
const BEFORE_PAINT = { blocking: 'render' };

export function Document({ head, assets, at, context, children }: DocumentProps): ReactElement {
  const canonical = head.canonical === undefined ? null : `${context.publicUrl}${head.canonical}`;
  return (
    <html lang={context.i18n.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        <meta name="description" content={head.description} />
        {head.isIndexed === false ? <meta name="robots" content="noindex" /> : null}
        {canonical === null ? null : <link rel="canonical" href={canonical} />}
        {assets.fonts.map((href) => <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />)}
        {assets.stylesheets.map((href) => <link key={href} rel="stylesheet" href={href} />)}
        <script type="module" src={assets.script} nonce={context.nonce} {...BEFORE_PAINT} />
        <meta property="csp-nonce" nonce={context.nonce} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        <OpenGraph head={head} canonical={canonical} context={context} />
        {head.structuredData === undefined ? null : (
          <script type="application/ld+json" nonce={context.nonce} dangerouslySetInnerHTML={{ __html: scriptSafe(head.structuredData) }} />
        )}
      </head>
      <body>
        <a className="skip" href="#main"><Trans>Skip to content</Trans></a>
        <Masthead at={at} context={context} />
        <main id="main" tabIndex={-1}>
          <div className="wrap">{children}</div>
        </main>
        <Footer mode={context.mode} />
      </body>
    </html>
  );
}

/** JSON that cannot end the script element it stands in. */
function scriptSafe(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
