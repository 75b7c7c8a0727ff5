import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link to another page that looks like a button: one element, one stop of the keyboard, opened in a new tab like any link. */
export function ButtonLink({ to, ...looks }: Omit<ButtonProps, 'href' | 'onClick' | 'htmlType'> & { to: string }) {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  // With an address the button is an anchor.
  return <Button {...looks} href={href} onClick={(event) => go(event as MouseEvent<HTMLAnchorElement>)} />;
}
