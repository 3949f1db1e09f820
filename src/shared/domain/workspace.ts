import { z } from '../zod.ts';

/** The colours a workspace can have; the window maps them to its palette. Order = order of assignment. */
export const workspaceColours = [
  'indigo',
  'grass',
  'orange',
  'violet',
  'pink',
  'cyan',
  'amber',
  'tomato',
] as const;
export const workspaceColourSchema = z.enum(workspaceColours);
export type WorkspaceColour = z.infer<typeof workspaceColourSchema>;

/** What the acting login is in a workspace; null where the platform does not say. */
export const roleSchema = z.enum(['owner', 'admin', 'member']);
export type Role = z.infer<typeof roleSchema>;
