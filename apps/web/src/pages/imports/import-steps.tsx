import { t } from '../../language.js';

const steps = ['import.step.file', 'import.step.check', 'import.step.done'] as const;

export function ImportSteps({ at }: { at: number }) {
  return (
    <ol className="steps" aria-label={t('import.title')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={`step ${index < at ? 'is-past' : ''} ${index === at ? 'is-now' : ''}`}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="step-no">{index < at ? '✓' : index + 1}</span>
          {t(step)}
        </li>
      ))}
    </ol>
  );
}
