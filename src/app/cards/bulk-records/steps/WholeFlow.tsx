import { Flex, Text } from '@hubspot/ui-extensions';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { BUILT_IN_WORDS } from '../copy/built-in-words.ts';
import { cardPorts } from '../ports/card-ports.ts';
import type { Place } from '../state/place.ts';
import { useFlow } from '../state/use-flow.ts';
import { useFlowOptions, type PlaceContext } from '../state/use-flow-options.ts';
import { useLanguage } from '../state/use-language.ts';
import type { FlowProps } from './flow-props.ts';
import { FlowPanel } from './FlowPanel.tsx';
import { PageFrame } from './frames.tsx';
import { SpeakingPanel } from './SpeakingPanel.tsx';

interface WholeFlowProps {
  readonly context: PlaceContext;
  /** The same object as long as the place is the same. */
  readonly place: Place;
  readonly copyText: (text: string) => Promise<void>;
  readonly dataStep: (props: FlowProps) => ReactNode;
}

/** The flow where it has a place to itself: there at once, without a launcher. */
export function WholeFlow({ context, place, copyText, dataStep }: WholeFlowProps) {
  const { state, actions } = useFlow(
    useFlowOptions({ context, place, onRunFinished: NOTHING_ELSE_SHOWS_IT }),
  );
  const speech = useLanguage(cardPorts, context.user);
  const isStarted = useRef(false);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    speech.load();
    actions.load();
  }, [speech, actions]);
  return (
    <Flex direction="column" gap="md">
      {state.step === 'data' && state.selection === null && (
        <Text testId="introduction">{BUILT_IN_WORDS[speech.language].launcherText}</Text>
      )}
      <SpeakingPanel speech={speech} frame={PageFrame}>
        <FlowPanel
          key={speech.language}
          state={state}
          actions={actions}
          speech={speech}
          portalId={context.portal.id}
          copyText={copyText}
          frame={PageFrame}
          dataStep={dataStep}
        />
      </SpeakingPanel>
    </Flex>
  );
}

/** Here stands no record whose properties HubSpot would have to show anew. */
const NOTHING_ELSE_SHOWS_IT = () => {};
