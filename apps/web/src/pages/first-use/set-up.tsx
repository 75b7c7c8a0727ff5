import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useBeginFirstUse } from '../../api/first-use.js';
import { StepLine } from '../../components/step-line.js';
import { t } from '../../language.js';
import { BureauStep, type BureauFields } from './bureau-step.js';
import { DoneStep } from './done-step.js';
import { SectionsStep } from './sections-step.js';

const steps = ['firstUse.step.bureau', 'firstUse.step.sections', 'firstUse.step.done'] as const;

/** Three steps; nothing is stored before the second is confirmed, and what was typed stays when going back. */
export function SetUp({ code }: { code: string }) {
  const [bureau, setBureau] = useState<BureauFields | null>(null);
  const [isChanging, setIsChanging] = useState(true);
  const [pasted, setPasted] = useState('');
  const begin = useBeginFirstUse();
  const navigate = useNavigate();
  const finish = ({ bureauName, username, name, password, keeper, keeperName, keeperUsername }: BureauFields) =>
    begin.mutate(
      {
        code,
        bureauName,
        administrator: { username: username.trim(), name, password },
        sections: pasted.split('\n'),
        keepsLedger: keeper === 'self',
        ledgerKeeper: keeper === 'other' ? { name: keeperName!, username: keeperUsername!.trim() } : undefined,
      },
      // The code has done its work and need not stay in the address bar.
      { onSuccess: () => void navigate('/first-use', { replace: true }) },
    );
  const at = begin.data ? 2 : bureau && !isChanging ? 1 : 0;
  return (
    <>
      <StepLine label={t('firstUse.title')} steps={steps.map((step) => t(step))} at={at} />
      <section className="section">
        {at === 0 && (
          <BureauStep
            initial={bureau}
            onDone={(fields) => {
              setBureau(fields);
              setIsChanging(false);
              begin.reset();
            }}
          />
        )}
        {at === 1 && (
          <SectionsStep
            bureauName={bureau!.bureauName}
            pasted={pasted}
            onPaste={setPasted}
            busy={begin.isPending}
            error={begin.error}
            onBack={() => setIsChanging(true)}
            onDone={() => finish(bureau!)}
          />
        )}
        {begin.data && <DoneStep bureau={bureau!} pasted={pasted} done={begin.data} />}
      </section>
    </>
  );
}
