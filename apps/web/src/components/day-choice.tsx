import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** The earliest and the latest day that may be chosen. */
  from?: string;
  to?: string;
  placeholder?: string;
  /** What it is called where no label of a form names it. */
  name?: string;
}

/** Chooses a calendar day, as `YYYY-MM-DD`. */
export function DayChoice({ id, value, onChange, from, to, placeholder, name }: Props) {
  const outside = (day: Dayjs) => {
    const text = day.format('YYYY-MM-DD');
    return (from !== undefined && text < from) || (to !== undefined && text > to);
  };
  return (
    <DatePicker
      id={id}
      className="day-choice"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      disabledDate={outside}
      // Enter takes the typed day; it must not send the form, least of all with the day that stood there before.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      placeholder={placeholder}
      aria-label={name}
      format={['YYYY-MM-DD', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']}
    />
  );
}
