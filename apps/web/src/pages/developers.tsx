/** `/developers`: how programs read what people read. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { EXAMPLES, exploreHref } from '../features/exploring/example-queries';
import { PlainPage } from '../ui/plain-page';

const LEAD = msg`Everything that a page shows, a program can ask for. One GraphQL endpoint answers both, by the same rules about who may see what.`;

export const developersPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`For developers - Passalong`), description: i18n._(LEAD), canonical: '/developers' }),
  Component: Developers,
};

function Developers({ context: { publicUrl } }: PageProps<null>): ReactElement {
  const { t, i18n } = useLingui();
  const endpoint = `${publicUrl}/graphql`;
  return (
    <PlainPage title={msg`For developers`} lead={LEAD}>
      <h2><Trans>Endpoint</Trans></h2>
      <p><code>{endpoint}</code></p>
      <p><Trans>Send a POST request with a JSON body of <code>query</code> and <code>variables</code>. Public records need no key. The endpoint describes its own schema, field by field: <a href="/developers/explore">try a query in the browser</a>.</Trans></p>
      <pre tabIndex={0} role="region" aria-label={t`A query from a command line`}><code>{`curl ${endpoint} \\\n  -H 'content-type: application/json' \\\n  -d '{"query":"{resources(first:3){edges{node{url}}}}"}'`}</code></pre>
      <h2><Trans>Examples</Trans></h2>
      {EXAMPLES.map(({ name, does, query }) => (
        <Fragment key={name}>
          <h3>{i18n._(does)}</h3>
          <pre tabIndex={0} role="region" aria-label={i18n._(does)}><code>{query}</code></pre>
          <p><a href={exploreHref(query)} aria-label={t`Run this query: ${i18n._(does)}`}><Trans>Run this query</Trans></a></p>
        </Fragment>
      ))}
      <h2><Trans>Ids</Trans></h2>
      <ul>
        <li><Trans>The <code>id</code> of a record is opaque, unique across all types and never reused. Keep it, not the slug: slugs may change, and older ones go on leading to the record.</Trans></li>
        <li><Trans>Terms of the vocabularies have ids that say what they are, such as <code>topic:interview</code>. They are stable; a label may be reworded.</Trans></li>
        <li><Trans>Versions have ids and numbers of their own and do not change once published.</Trans></li>
      </ul>
      <h2><Trans>Rich text, dates, money</Trans></h2>
      <ul>
        <li><Trans>Rich text comes as Markdown, as safe HTML or as plain text: ask for the one you need.</Trans></li>
        <li><Trans>Instants are ISO 8601 in UTC, days are <code>YYYY-MM-DD</code>, durations look like <code>P12W</code>.</Trans></li>
        <li><Trans>Money is a decimal in a string, with its currency.</Trans></li>
      </ul>
      <h2 id="access"><Trans>A name of your own</Trans></h2>
      <p><Trans>Without a key, all programs behind one address share what that address may ask for. An administrator of a university that takes part can add your system under <a href="/admin/institution">sign-in set-up</a>, and give you an id and a secret. With them you fetch an access token, which lasts an hour (OAuth 2.0, client credentials):</Trans></p>
      <pre tabIndex={0} role="region" aria-label={t`Fetching an access token`}><code>{`curl ${publicUrl}/oauth/token \\\n  -u "$CLIENT_ID:$CLIENT_SECRET" \\\n  -d grant_type=client_credentials`}</code></pre>
      <p><Trans>Send the token along in the header <code>Authorization: Bearer</code>. One that has ended is answered with status 401: fetch another. It reads what everybody may read, and ends within seconds when the system is taken out, its secret is replaced, or whoever answers for it has left.</Trans></p>
      <h2><Trans>Limits</Trans></h2>
      <ul>
        <li><Trans>A request costs a unit, each further field at the root of a query another, and each change five. Without a key an address has 1,200 units a minute; a system with a token of its own, or somebody signed in, has 600. What was not used in the last five minutes may be used at once. This installation may have set other numbers.</Trans></li>
        <li><Trans>Beyond that the answer is status 429 with the code <code>RATE_LIMITED</code>, and <code>Retry-After</code> says after how many seconds to ask again. Nothing was changed.</Trans></li>
        <li><Trans>A page of a list holds 1 to 100 records. Pass <code>endCursor</code> as <code>after</code> to go on.</Trans></li>
        <li><Trans>A query may be 14 levels deep, hold 60 aliases and 4,000 tokens. A refusal names the limit.</Trans></li>
      </ul>
      <h2><Trans>Errors</Trans></h2>
      <p><Trans>Every error carries <code>extensions.code</code> and <code>extensions.requestId</code>. Quote the request id when you write to the operator. A record that is absent and one that you may not see look the same: <code>null</code>.</Trans></p>
      <h2><Trans>Credit</Trans></h2>
      <p><Trans>Show the <code>attribution</code> of a record wherever you show the record, and check its <code>licence</code> first: not every record may be used commercially or adapted.</Trans></p>
      <h2><Trans>In the pages</Trans></h2>
      <p><Trans>Every public record carries JSON-LD in the words of schema.org. <a href="/sitemap.xml">The sitemap</a> names them all.</Trans></p>
    </PlainPage>
  );
}
