// Buttons: ordinary, primary, quiet; and the icon button, which always says its name.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

import styles from './ui.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'quiet';
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look, icon, className, children, ...rest }: ButtonProps) {
  const classes = [styles.button, look && styles[look], className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} {...rest}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Accessible name and tooltip. */
  label: string;
  /** Shown in the tooltip after the label. */
  keys?: string;
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, keys, pressed, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={[styles.iconButton, className].filter(Boolean).join(' ')}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...rest}
    >
      {children}
    </button>
  );
}
