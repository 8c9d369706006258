import { Button, Inline } from '@hubspot/ui-extensions';

interface FilterButtonsProps<Kind extends string> {
  readonly filters: readonly { readonly kind: Kind; readonly label: string }[];
  readonly allLabel: string;
  /** Null shows everything. */
  readonly chosen: Kind | null;
  readonly onChoose: (kind: Kind | null) => void;
}

/** One button per kind that occurs; the one in force is filled. */
export function FilterButtons<Kind extends string>(props: FilterButtonsProps<Kind>) {
  const { filters, allLabel, chosen, onChoose } = props;
  const options = [{ kind: null, label: allLabel }, ...filters];
  return (
    <Inline gap="xs">
      {options.map(({ kind, label }) => (
        <Button
          key={kind ?? 'all'}
          testId={`filter-${kind ?? 'all'}`}
          size="xs"
          variant={kind === chosen ? 'primary' : 'secondary'}
          onClick={() => {
            onChoose(kind);
          }}
        >
          {label}
        </Button>
      ))}
    </Inline>
  );
}
