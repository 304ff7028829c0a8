/** What is read as a file to take along: plain links, so that no script is needed. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';

/** `address` is that of the version, without the ending that names the format. */
export function Download({ address }: { readonly address: string }): ReactElement {
  return <Formats summary={<Trans>Download</Trans>} addressIn={(format) => `${address}.${format}`} />;
}

/** Several at once, as one file; Markdown comes as an archive with a file for each. */
export function DownloadAll({ ids }: { readonly ids: readonly string[] }): ReactElement {
  return <Formats summary={<Trans>Download what is listed here</Trans>} addressIn={(format) => `/download?${new URLSearchParams([['format', format], ...ids.map((id) => ['id', id])]).toString()}`} />;
}

interface Props { readonly summary: ReactNode; readonly addressIn: (format: 'docx' | 'pdf' | 'html' | 'md') => string }

function Formats({ summary, addressIn }: Props): ReactElement {
  return (
    <details className="download">
      <summary className="btn">{summary}</summary>
      <ul>
        <li><a href={addressIn('docx')} rel="nofollow"><Trans>Word</Trans></a></li>
        <li><a href={addressIn('pdf')} rel="nofollow"><Trans>PDF</Trans></a></li>
        <li><a href={addressIn('html')} rel="nofollow"><Trans>Web page</Trans></a></li>
        <li><a href={addressIn('md')} rel="nofollow"><Trans>Markdown</Trans></a></li>
      </ul>
    </details>
  );
}
