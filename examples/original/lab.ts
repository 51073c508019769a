import { mptcpLab } from 'subflow';

// A client with two NICs, a router without MPTCP, a server: the experiment as it was first made.
export default mptcpLab();
