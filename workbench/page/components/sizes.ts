import type { AllDistances, AllSizes } from '@hubspot/ui-extensions';

export type ShortSize = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

/** Both spellings HubSpot accepts, as the short one. */
export function shortSizeOf(size: AllSizes): ShortSize {
  switch (size) {
    case 'extra-small':
    case 'xs':
      return 'xs';
    case 'small':
    case 'sm':
      return 'sm';
    case 'medium':
    case 'md':
      return 'md';
    case 'large':
    case 'lg':
      return 'lg';
    case 'extra-large':
    case 'xl':
      return 'xl';
  }
}

const distancesPx: Readonly<Record<ShortSize, number>> = { xs: 4, sm: 8, md: 16, lg: 24, xl: 32 };

/** Gap in CSS pixels. */
export function distancePxOf(distance: AllDistances): number {
  return distance === 'flush' ? 0 : distancesPx[shortSizeOf(distance)];
}
