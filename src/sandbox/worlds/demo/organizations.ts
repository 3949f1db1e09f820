// The Roboflow organizations of the demo: who works there, and what they have.

interface Folder {
  id: string;
  name: string;
  projects: readonly string[];
}

export interface RoboflowOrganization {
  slug: string;
  name: string;
  id: string;
  plan: string;
  advancedKeys: boolean;
  /** Keys to have in all, the hand-written ones included. */
  keys: number;
  people: readonly string[];
  folders: readonly Folder[];
  /** Where it works and with whom; names of keys are made from these. */
  sites: readonly string[];
  topics: readonly string[];
  vendors: readonly string[];
}

/** The person of the tour: behind the one token for Orchard Labs and Pixel Foundry. */
export const MARIA = 'maria@acme.example';

/** A manufacturer: cameras along assembly lines. */
export const acme: RoboflowOrganization = {
  slug: 'acme-vision',
  name: 'Acme Vision',
  id: 'wsAcm3Vsn',
  plan: 'Enterprise',
  advancedKeys: true,
  keys: 348,
  people: ['ana', 'maria', 'jonas', 'liwei', 'tomas', 'priya', 'oskar', 'noor'].map(
    (p) => `${p}@acme.example`,
  ),
  folders: [
    {
      id: 'fld_acme_lines',
      name: 'Assembly lines',
      projects: ['line-defects', 'screw-presence', 'label-ocr'],
    },
    { id: 'fld_acme_weld', name: 'Welding', projects: ['weld-seams', 'spatter'] },
    { id: 'fld_acme_yard', name: 'Yard and gates', projects: ['crane-hooks', 'gate-plates'] },
    { id: 'fld_acme_safety', name: 'Safety', projects: ['helmets', 'forklift-zones'] },
    { id: 'fld_acme_lab', name: 'Lab', projects: ['surface-trials', 'thermal-trials'] },
  ],
  sites: ['essen', 'linz', 'brno', 'turin', 'gdansk', 'vigo'],
  topics: ['defects', 'welds', 'labels', 'helmets', 'plates', 'screws', 'seams', 'pallets'],
  vendors: ['optiq', 'brightline', 'kamera-nord', 'annoteam'],
};

/** A carrier: parcels, docks and vans. */
export const northwind: RoboflowOrganization = {
  slug: 'northwind',
  name: 'Northwind',
  id: 'wsN0rthWd',
  plan: 'Enterprise',
  advancedKeys: true,
  keys: 239,
  people: ['ana', 'erik', 'saskia', 'mateo', 'ingrid', 'yusuf'].map((p) => `${p}@northwind.example`),
  folders: [
    { id: 'fld_nw_parcels', name: 'Parcels', projects: ['parcel-damage', 'label-reader'] },
    { id: 'fld_nw_docks', name: 'Docks', projects: ['dock-occupancy', 'trailer-fill'] },
    { id: 'fld_nw_fleet', name: 'Fleet', projects: ['van-dents', 'tyre-wear'] },
    { id: 'fld_nw_returns', name: 'Returns', projects: ['return-grading'] },
  ],
  sites: ['rotterdam', 'hamburg', 'aarhus', 'tilburg', 'leeds'],
  topics: ['parcels', 'docks', 'trailers', 'vans', 'returns', 'tyres', 'pallets'],
  vendors: ['acme', 'labelworks', 'gatecam', 'roadview'],
};
