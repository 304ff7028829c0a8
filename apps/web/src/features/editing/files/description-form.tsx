/** What a file shows, and what a person in it agreed to. The agreement itself stays where the institution keeps it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { controlProps, FieldGroup, FormField } from '../../../ui/form-field';
import { useFailureWords } from '../../../graphql/use-sending';
import { useEditing } from '../editing-context';
import { useTags } from '../vocabulary';
import { describeFile, type DraftFile } from './file-operations';

interface Props { readonly file: DraftFile; readonly isImage: boolean; readonly onSaved: () => void }
type Said = { readonly altText: string; readonly showsPerson: boolean | null; readonly consentReference: string; readonly consentScopes: readonly string[]; readonly consentExpiresOn: string };

const saidOf = ({ altText, showsPerson, consent }: DraftFile): Said => ({
  altText: altText ?? '', showsPerson: showsPerson ?? null, consentReference: consent?.reference ?? '', consentScopes: consent?.scopes.map(({ id }) => id) ?? [], consentExpiresOn: consent?.expiresOn ?? '',
});

export function DescriptionForm({ file, isImage, onSaved }: Props): ReactElement {
  const { t } = useLingui();
  const { resourceId, isReadOnly } = useEditing();
  const [said, setSaid] = useState(() => saidOf(file));
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [isSaved, setSaved] = useState(false);
  const wordsFor = useFailureWords();
  const id = `file-${file.id}`;
  const change = (part: Partial<Said>): void => {
    setSaid({ ...said, ...part });
    setSaved(false);
  };
  const save = async (): Promise<void> => {
    try {
      const errors = await describeFile({ id: resourceId, fileId: file.id, ...said, consentScopes: [...said.consentScopes], consentExpiresOn: said.consentExpiresOn === '' ? null : said.consentExpiresOn });
      setProblems(new Map(errors.map(({ message, path }) => [path.join('.'), message])));
      setSaved(errors.length === 0);
      if (errors.length === 0) onSaved();
    } catch (error) {
      setProblems(new Map([['', wordsFor(error as Error)]]));
    }
  };
  const alt = { id: `${id}-alt`, label: t`What it shows`, hint: t`In one line, for everybody who cannot see it.`, error: problems.get('altText') };
  return (
    <form className="stack-s" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {isImage ? <FormField {...alt}><input type="text" autoComplete="off" maxLength={500} readOnly={isReadOnly} {...controlProps(alt)} value={said.altText} onChange={({ target }) => change({ altText: target.value })} /></FormField> : null}
      <FieldGroup id={`${id}-person`} label={t`Does it show a person?`} isQuiet>
        <div className="row">
          {[true, false].map((answer) => (
            <label className="check" key={String(answer)}>
              <input type="radio" name={`${id}-person`} disabled={isReadOnly} checked={said.showsPerson === answer} onChange={() => change({ showsPerson: answer })} />
              <span>{answer ? <Trans>Yes</Trans> : <Trans>No</Trans>}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      {said.showsPerson === true ? <ConsentQuestions id={id} said={said} problems={problems} onChange={change} /> : null}
      {problems.get('') === undefined ? null : <p className="msg-err" role="alert">{problems.get('')}</p>}
      {isReadOnly ? null : <p className="row"><button type="submit" className="btn"><Trans>Save what you said</Trans></button><span role="status" className="soft">{isSaved ? <Trans>Saved.</Trans> : ''}</span></p>}
    </form>
  );
}

interface ConsentProps { readonly id: string; readonly said: Said; readonly problems: ReadonlyMap<string, string>; readonly onChange: (part: Partial<Said>) => void }

function ConsentQuestions({ id, said, problems, onChange }: ConsentProps): ReactElement {
  const { t } = useLingui();
  const { isReadOnly } = useEditing();
  const scopes = useTags('consent-scope');
  const reference = { id: `${id}-reference`, label: t`Where their agreement is kept`, hint: t`Its reference at your institution, for example CF-2026-041. Never the form itself, and no name.`, error: problems.get('consentReference') };
  const expires = { id: `${id}-expires`, label: t`The last day of it`, hint: t`From the day after, the file is shown to nobody.`, error: problems.get('consentExpiresOn') };
  const toggled = (scope: string): readonly string[] => (said.consentScopes.includes(scope) ? said.consentScopes.filter((one) => one !== scope) : [...said.consentScopes, scope]);
  return (
    <>
      <FormField {...reference}><input type="text" autoComplete="off" maxLength={200} readOnly={isReadOnly} {...controlProps(reference)} value={said.consentReference} onChange={({ target }) => onChange({ consentReference: target.value })} /></FormField>
      <FieldGroup id={`${id}-scopes`} label={t`What they agreed to`} hint={t`Whoever adapts your work receives the file only if it covers other institutions.`} error={problems.get('consentScopes')} isQuiet>
        <div>
          {scopes.map((scope) => (
            <label className="check" key={scope.id}>
              <input type="checkbox" disabled={isReadOnly} checked={said.consentScopes.includes(scope.id)} onChange={() => onChange({ consentScopes: toggled(scope.id) })} />
              <span>{scope.label}<br /><span className="hint">{scope.description}</span></span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <FormField {...expires}><input type="date" readOnly={isReadOnly} {...controlProps(expires)} value={said.consentExpiresOn} onChange={({ target }) => onChange({ consentExpiresOn: target.value })} /></FormField>
    </>
  );
}
