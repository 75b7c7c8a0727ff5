/** Where one stands in a sequence of steps. */
export function StepLine({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={`step ${index < at ? 'is-past' : ''} ${index === at ? 'is-now' : ''}`}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="step-no">{index < at ? '✓' : index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  );
}
