/** Two cells of a column, so that nobody has to know it by its letter. */
export function SampleCells({ samples }: { samples: readonly string[] }) {
  return (
    <span className="sample-cells">
      {samples.slice(0, 2).map((text) => (
        <span key={text} className="cut">
          {text}
        </span>
      ))}
    </span>
  );
}
