/** Reads the report on the document that a draft was started from. */
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import type { ReportedResource } from './import-report';

const REPORT = graphql(`query ImportReport($id: ID!) {
  node(id: $id) { ... on Resource { id kind title draft { importReport { fileName format kept { part count } lost { part count detail } filled { from to } elsewhere { from to } notes } } } }
}`);

/** Null where there is no such resource for the viewer. */
export async function readReport(id: string, signal: AbortSignal): Promise<ReportedResource | null> {
  const { node } = await ask(REPORT, { id }, signal);
  return node !== null && isResource(node) ? node : null;
}

function isResource(node: object): node is ReportedResource {
  return 'draft' in node;
}
