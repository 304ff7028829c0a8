/** `/institutions/:slug`: who an institution is. It is never ranked. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { INSTITUTION_PROFILE } from '../features/institutions/institution.fragments';
import { sizeWords, typeWords } from '../features/institutions/institution-words';
import type { Institution } from '../features/institutions/types';
import { Facts } from '../ui/lists';
import { Notice } from '../ui/notice';
import { country } from '../ui/words';

interface InstitutionData {
  readonly institution: Institution | null;
}

export const institutionPage: Page<InstitutionData> = {
  query: `query InstitutionPage($slug: String!) { institution(slug: $slug) { ...InstitutionProfile } } ${INSTITUTION_PROFILE}`,
  variables: ({ params }) => ({ slug: params['slug'] }),
  isFound: ({ institution }) => institution !== null,
  head: ({ data: { institution } }) => ({
    title: `${institution?.name ?? 'Institution'} - Passalong`,
    description: `What Passalong knows about ${institution?.name ?? 'this institution'}.`,
    canonical: institution === null ? undefined : `/institutions/${institution.slug}`,
  }),
  Component: InstitutionProfile,
};

function InstitutionProfile({ data: { institution } }: PageProps<InstitutionData>): ReactElement {
  if (institution === null) return <></>;
  const { name, isFictional, standing, sizeBand, type } = institution;
  return (
    <div className="plain-page">
      <h1>{name}</h1>
      {isFictional ? <Notice tone="warn"><p><b>Invented for demonstration.</b> There is no such institution.</p></Notice> : null}
      <Facts
        pairs={[
          { term: 'Country', says: country(institution.country) },
          { term: 'Students', says: sizeWords(sizeBand) },
          { term: 'Type', says: typeWords(type) },
          { term: 'On Passalong', says: standing === 'MEMBER' ? 'Takes part' : 'Listed, does not take part yet' },
        ]}
      />
      <p className="measure">No institution is ranked here. <a href="/find">Find what institutions have shared</a>.</p>
    </div>
  );
}
