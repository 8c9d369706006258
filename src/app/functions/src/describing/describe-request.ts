import type { describeObjectTypeRequestSchema } from '@bulk-records/core/contract';
import type { InferOutput } from 'valibot';

export type DescribeObjectTypeRequest = InferOutput<typeof describeObjectTypeRequestSchema>;
