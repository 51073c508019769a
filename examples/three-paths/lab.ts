import { mptcpLab } from 'subflow';

// Three paths of different rates: the planner raises the limits and adds an endpoint for each.
export default mptcpLab({ name: 'three-paths', rateMbit: [30, 20, 10] });
