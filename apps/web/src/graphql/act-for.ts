/** Changes the institution that this session acts for. Every page is made for one, so whoever calls this loads the page again. */
import { ask } from './client';
import { graphql } from './generated';

const ACT_FOR = graphql(`mutation ActFor($input: ActForInput!) { actFor(input: $input) { actingInstitutionId } }`);

/** @throws RequestFailure, NOT_FOUND where the person is no current member there */
export async function actFor(institutionId: string): Promise<void> {
  await ask(ACT_FOR, { input: { institutionId } });
}
