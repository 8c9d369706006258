import { Button, Flex, Inline } from '@hubspot/ui-extensions';
import { CopyResult, useCopyOffer } from './copy-offer.tsx';

/** A text to take away; it is made when it is asked for. */
export interface CopyOffer {
  readonly testId: string;
  readonly label: string;
  readonly makeText: () => string;
}

interface CopyButtonsProps {
  readonly offers: readonly CopyOffer[];
  readonly copyText: (text: string) => Promise<void>;
}

/** Texts to take away; each is made when it is asked for. */
export function CopyButtons({ offers, copyText }: CopyButtonsProps) {
  const offer = useCopyOffer(copyText);
  return (
    <Flex direction="column" gap="sm">
      <Inline gap="sm">
        {offers.map(({ testId, label, makeText }) => (
          <Button
            key={testId}
            testId={testId}
            onClick={() => {
              offer.copy(makeText());
            }}
          >
            {label}
          </Button>
        ))}
      </Inline>
      <CopyResult state={offer.state} />
    </Flex>
  );
}
