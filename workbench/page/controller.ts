import { createController } from '@remote-ui/react/host';
import type { Controller } from '@remote-ui/react/host';

import { Accordion } from './components/accordion.tsx';
import { Button, ButtonRow, LoadingButton } from './components/buttons.tsx';
import { CrmActionButton, CrmActionLink } from './components/crm-actions.tsx';
import { DateInput } from './components/date-input.tsx';
import { Dropdown, DropdownButtonItem } from './components/dropdown.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, ProgressBar } from './components/feedback.tsx';
import { FileInput } from './components/file-input.tsx';
import { Form } from './components/form.tsx';
import { Tooltip } from './components/hint.tsx';
import { Icon } from './components/icon.tsx';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Stack, Tile } from './components/layout.tsx';
import { Link } from './components/link.tsx';
import { NumberInput } from './components/number-input.tsx';
import {
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
} from './components/overlays.tsx';
import { MultiSelect, Select } from './components/select.tsx';
import { Statistics, StatisticsItem, StatisticsTrend } from './components/statistics.tsx';
import { StepIndicator } from './components/step-indicator.tsx';
import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from './components/table.tsx';
import { Tab, Tabs } from './components/tabs.tsx';
import { StatusTag, Tag } from './components/tags.tsx';
import { Input, SearchInput, TextArea } from './components/text-inputs.tsx';
import { DescriptionList, DescriptionListItem, Heading, List, Text } from './components/text.tsx';
import { ToggleGroup } from './components/toggle-group.tsx';
import { Checkbox, RadioButton, Toggle } from './components/toggles.tsx';
import { unknownComponent } from './components/unknown-component.tsx';

/** Host components under the names they have on the wire (SDK, `remoteComponents`). */
const hostComponents = {
  ...{ Accordion, Alert, AutoGrid, Box, Button, ButtonRow, Card, Checkbox },
  ...{ CrmActionButton, CrmActionLink, DateInput, DescriptionList, DescriptionListItem, Divider },
  ...{ Dropdown, DropdownButtonItem, EmptyState, ErrorState, FileInput, Flex, Form, Heading },
  ...{ Icon, Inline, Input, Link, List, LoadingButton, LoadingSpinner },
  ...{ Modal, ModalBody, ModalFooter, MultiSelect, NumberInput },
  ...{ Panel, PanelBody, PanelFooter, PanelSection, ProgressBar, RadioButton, SearchInput, Select },
  ...{ Spacer, Stack, Statistics, StatisticsItem, StatisticsTrend, StatusTag, StepIndicator },
  ...{ Tab, Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow, Tabs },
  ...{ Tag, Text, TextArea, Textarea: TextArea, Tile, Toggle, ToggleGroup, Tooltip },
};

export const hostComponentNames: readonly string[] = Object.keys(hostComponents);

/** Looks host components up by name; an unknown name gets a visible stand-in, one per name. */
export function createHostController(): Controller {
  const known = createController(hostComponents);
  const names = new Set(hostComponentNames);
  const unknown = new Map<string, ReturnType<typeof unknownComponent>>();
  return {
    renderer: known.renderer,
    get(type) {
      const name = String(type);
      if (names.has(name)) return known.get(name);
      const standIn = unknown.get(name) ?? unknownComponent(name);
      unknown.set(name, standIn);
      return standIn;
    },
  };
}
