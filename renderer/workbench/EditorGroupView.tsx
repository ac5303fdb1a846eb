// A group of tabs: the strip, and the tab in front. Tabs behind are kept as they are, hidden.
import { X } from 'lucide-react';
import { Activity, createElement, type ComponentType, type KeyboardEvent, useEffect, useRef } from 'react';

import { activateTab, closeTab, keepTab } from '#renderer/stores/tabs';
import { type EditorGroup, type Tab, type TabContent, useViewStore } from '#renderer/stores/view-store';

import { TAB_ICONS, TAB_VIEWS } from './rooms.tsx';
import { useTabTitle } from './tab-title.ts';
import styles from './workbench.module.css';

export function EditorGroupView({ group, index }: { group: EditorGroup; index: number }) {
  const activeGroup = useViewStore((view) => view.activeGroup === index);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = group.tabs.findIndex((tab) => tab.key === group.activeKey);
    const next = step === undefined ? undefined : group.tabs[(at + step + group.tabs.length) % group.tabs.length];
    if (!next) return;
    event.preventDefault();
    activateTab(index, next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <section
      className={styles.group}
      data-part={`editor${index + 1}`}
      data-active={activeGroup}
      tabIndex={-1}
      aria-label={`Editor group ${index + 1}`}
      onFocusCapture={() => useViewStore.setState({ activeGroup: index })}
    >
      <div className={styles.tabStrip} role="tablist" aria-label={`Tabs of group ${index + 1}`} onKeyDown={onKeyDown}>
        {group.tabs.map((tab) => (
          <TabButton key={tab.key} tab={tab} group={index} active={tab.key === group.activeKey} />
        ))}
      </div>
      {group.tabs.map((tab) => (
        <Activity key={tab.key} mode={tab.key === group.activeKey ? 'visible' : 'hidden'}>
          <div className={styles.tabPanel} role="tabpanel" aria-labelledby={`tab-${index}-${tab.key}`} data-tab-panel={tab.key}>
            <TabBody content={tab.content} active={activeGroup && tab.key === group.activeKey} />
          </div>
        </Activity>
      ))}
    </section>
  );
}

function TabBody({ content, active }: { content: TabContent; active: boolean }) {
  const View = TAB_VIEWS[content.kind] as ComponentType<{ content: TabContent; active: boolean }>;
  return createElement(View, { content, active });
}

function TabButton({ tab, group, active }: { tab: Tab; group: number; active: boolean }) {
  const title = useTabTitle(tab.content);
  const Icon = TAB_ICONS[tab.content.kind];
  const label = tab.preview ? `${title} (preview)` : title;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, label]);
  return (
    <div ref={place} className={styles.tab} data-active={active} data-preview={tab.preview} role="presentation">
      <button
        type="button"
        role="tab"
        id={`tab-${group}-${tab.key}`}
        data-tab={tab.key}
        aria-selected={active}
        tabIndex={active ? 0 : -1}
        title={tab.preview ? `${title}. Preview: the next one opened takes its place. Double click keeps it.` : title}
        onClick={() => activateTab(group, tab.key)}
        onDoubleClick={() => keepTab(tab.key)}
        onAuxClick={(event) => event.button === 1 && closeTab(group, tab.key)}
      >
        <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.tabTitle}>{label}</span>
      </button>
      {/* For the mouse only: a list of tabs may hold nothing but tabs, and the command “Close tab” is there for everybody. */}
      <button
        type="button"
        className={styles.tabClose}
        tabIndex={-1}
        aria-hidden="true"
        title={`Close ${title}`}
        onClick={() => closeTab(group, tab.key)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
