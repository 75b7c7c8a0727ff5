import { StepLine } from '../../components/step-line.js';
import { t } from '../../language.js';

const steps = ['import.step.file', 'import.step.check', 'import.step.done'] as const;

export function ImportSteps({ at }: { at: number }) {
  return <StepLine label={t('import.title')} steps={steps.map((step) => t(step))} at={at} />;
}
