// Generated from src/model/lab.schema.json by `npm run generate:model`. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate10;
var stdin_default = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://subflow.dev/lab.schema.json", "title": "TopologyInput", "description": "A multipath lab: nodes with interfaces on segments. What is left out is decided by the planner, an empty list means none, a list means exactly that.", "type": "object", "additionalProperties": false, "required": ["name", "segments", "nodes"], "properties": { "$schema": { "description": "Where this schema is, for editors. Ignored.", "type": "string" }, "name": { "description": "The lab's name. It names the lab's directory and whatever the lab creates.", "type": "string", "pattern": "^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$" }, "addressFamilies": { "description": 'Address families the planner gives to every segment without subnets of its own. Default: ["ipv4"].', "type": "array", "items": { "$ref": "#/definitions/AddressFamily" }, "minItems": 1, "uniqueItems": true }, "image": { "description": "Image of every node that names none: one of `images`, or a profile of subflow's (`subflow image list`). Namespaces need none.", "$ref": "#/definitions/ImageName" }, "images": { "description": "Images of the user's own by name, each made from one of subflow's profiles or from another of these.", "type": "object", "propertyNames": { "$ref": "#/definitions/ImageName" }, "additionalProperties": { "$ref": "#/definitions/ImageInput" } }, "forcing": { "description": "Of every experiment that says nothing else.", "$ref": "#/definitions/ForcingInput" }, "segments": { "description": "The lab's segments (L2 broadcast domains) by name.", "type": "object", "propertyNames": { "$ref": "#/definitions/SegmentName" }, "additionalProperties": { "$ref": "#/definitions/SegmentInput" }, "minProperties": 1 }, "nodes": { "description": "The lab's hosts and routers by name. A node's name is its hostname.", "type": "object", "propertyNames": { "$ref": "#/definitions/NodeName" }, "additionalProperties": { "$ref": "#/definitions/NodeInput" }, "minProperties": 1 }, "experiments": { "description": "What `verify` runs, in order. Left out: single-subflow and, where there are two ways, multi-subflow, from the host with most interfaces to the last other host.", "type": "array", "items": { "$ref": "#/definitions/ExperimentInput" } }, "lint": { "description": 'How to take rules of the linter, by their ids, e.g. {"link/rate-ratio": {"severity": "off", "reason": "unequal on purpose"}}. See docs/lint.md.', "type": "object", "additionalProperties": { "$ref": "#/definitions/LintSettingInput" } } }, "definitions": { "LintSettingInput": { "title": "LintSettingInput", "description": "How to take one rule of the linter.", "type": "object", "additionalProperties": false, "required": ["severity", "reason"], "properties": { "severity": { "description": "off: not at all. error: `generate` and `up` refuse the lab.", "type": "string", "enum": ["off", "advice", "warning", "error"] }, "reason": { "description": "Why, for those who read the topology.", "type": "string", "minLength": 1, "maxLength": 500 } } }, "AddressFamily": { "title": "AddressFamily", "type": "string", "enum": ["ipv4", "ipv6"] }, "NodeName": { "title": "NodeName", "description": "A hostname label (RFC 1123) in lower case.", "type": "string", "pattern": "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, "SegmentName": { "title": "SegmentName", "type": "string", "pattern": "^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$" }, "ImageName": { "title": "ImageName", "type": "string", "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$" }, "DeviceName": { "title": "DeviceName", "description": "A network device as the kernel names it, at most 15 characters.", "type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$" }, "SegmentInput": { "title": "SegmentInput", "description": "One L2 broadcast domain.", "type": "object", "additionalProperties": false, "properties": { "subnets": { "description": `Subnets in CIDR notation, e.g. ["192.168.10.0/24"]. Left out: those that addresses listed on its interfaces lie in, and one of the planner's for each address family still without.`, "type": "array", "items": { "type": "string" } }, "mtu": { "description": "MTU in bytes of every interface on the segment (Ethernet default: 1500).", "type": "integer", "minimum": 576, "maximum": 65535 }, "impairment": { "description": "Applied on egress of every interface on the segment.", "$ref": "#/definitions/Impairment" } } }, "Impairment": { "title": "Impairment", "description": "What a link does to packets leaving an interface: tc-tbf(8) for the rate, tc-netem(8) for delay, jitter and loss.", "type": "object", "additionalProperties": false, "properties": { "rateMbit": { "description": "Rate in Mbit/s, counted as tbf does: with the 14-byte Ethernet header.", "type": "number", "exclusiveMinimum": 0, "maximum": 1e5 }, "burstBytes": { "description": "Token bucket size in bytes. Below MTU + 14 no full frame passes. Default: 16384, or 4 ms of the rate if that is more.", "type": "integer", "minimum": 1, "maximum": 1073741824 }, "queueMs": { "description": "Longest time in ms a packet waits in the rate limiter's queue (tbf latency). Default: 50.", "type": "number", "exclusiveMinimum": 0, "maximum": 6e4 }, "delayMs": { "description": "One-way delay in ms.", "type": "number", "minimum": 0, "maximum": 6e4 }, "jitterMs": { "description": "Delay variation in ms; needs delayMs.", "type": "number", "minimum": 0, "maximum": 6e4 }, "lossPercent": { "description": "Random loss in percent of packets.", "type": "number", "minimum": 0, "maximum": 100 } } }, "InterfaceInput": { "title": "InterfaceInput", "description": "A NIC. The order of a node's interfaces is the order of its adapters: enp0s3, enp0s8, enp0s9, enp0s10, enp0s16 and up.", "type": "object", "additionalProperties": false, "required": ["segment"], "properties": { "segment": { "description": "The segment it is plugged into.", "$ref": "#/definitions/SegmentName" }, "addresses": { "description": `Addresses with prefix length, e.g. ["192.168.10.20/24"]. Left out: the planner gives one for each of the segment's subnets.`, "type": "array", "items": { "type": "string" } }, "gateways": { "description": 'Default gateways, at most one for each address family, e.g. ["192.168.10.1"]. Left out: the planner takes a router on the segment. Empty: no default route by this interface.', "type": "array", "items": { "type": "string" }, "maxItems": 2 }, "metric": { "description": "Metric of the interface's routes in the main table; the lowest carries the initial subflow. Default: 100 for the first interface, 200 for the second, ...", "type": "integer", "minimum": 0, "maximum": 4294967295 }, "impairment": { "description": "Applied on egress of this interface, over the segment's, key by key.", "$ref": "#/definitions/Impairment" } } }, "EndpointInput": { "title": "EndpointInput", "description": "An MPTCP path manager endpoint, see ip-mptcp(8). Not checked against the node, so that broken labs can be built.", "type": "object", "additionalProperties": false, "required": ["address"], "properties": { "address": { "description": "The endpoint's address, without prefix length.", "type": "string" }, "flags": { "description": "Endpoint flags. Left out or empty: none, which the kernel accepts and never uses.", "type": "array", "items": { "$ref": "#/definitions/EndpointFlag" }, "uniqueItems": true }, "dev": { "description": "Device its subflows are bound to. Left out: none.", "$ref": "#/definitions/DeviceName" }, "port": { "description": "Port to announce; needs the signal flag.", "type": "integer", "minimum": 1, "maximum": 65535 }, "id": { "description": "Address id. Left out: the kernel's choice, counted from 1.", "type": "integer", "minimum": 1, "maximum": 255 } } }, "EndpointFlag": { "title": "EndpointFlag", "type": "string", "enum": ["subflow", "signal", "backup", "fullmesh"] }, "LimitsInput": { "title": "LimitsInput", "description": "Path manager limits of a node, see ip-mptcp(8).", "type": "object", "additionalProperties": false, "properties": { "subflows": { "description": "Additional subflows a connection may have. Left out: what the topology needs.", "type": "integer", "minimum": 0, "maximum": 8 }, "addAddrAccepted": { "description": "ADD_ADDR announcements a connection accepts. Left out: what the topology needs.", "type": "integer", "minimum": 0, "maximum": 8 } } }, "MptcpInput": { "title": "MptcpInput", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "net.mptcp.enabled. Default: true on hosts, false on routers.", "type": "boolean" }, "endpoints": { "description": "Left out: computed from topology and role. Empty: none. An interface that leads nowhere near the server is expected in multi-subflow as well, unless a client lists its endpoints without it (the interface of the lowest metric always is).", "type": "array", "items": { "$ref": "#/definitions/EndpointInput" }, "maxItems": 16 }, "limits": { "$ref": "#/definitions/LimitsInput" } } }, "RouteInput": { "title": "RouteInput", "description": "A route, see ip-route(8).", "type": "object", "additionalProperties": false, "required": ["to"], "properties": { "to": { "description": '"default" or a prefix in CIDR notation.', "type": "string" }, "via": { "description": "Next hop. Left out: on-link.", "type": "string" }, "dev": { "description": "Left out: the interface whose subnet holds `via`.", "$ref": "#/definitions/DeviceName" }, "metric": { "type": "integer", "minimum": 0, "maximum": 4294967295 } } }, "PolicyInput": { "title": "PolicyInput", "description": "A source rule and the routing table it points to, see ip-rule(8).", "type": "object", "additionalProperties": false, "required": ["from", "table", "routes"], "properties": { "from": { "description": "Source address or prefix.", "type": "string" }, "table": { "description": "Routing table id.", "type": "integer", "minimum": 1, "maximum": 4294967295 }, "routes": { "type": "array", "items": { "$ref": "#/definitions/RouteInput" } } } }, "ImageInput": { "title": "ImageInput", "description": "An image of the user's own: a profile, and what is different. All of it is part of the image's identity, so that a change makes another image.", "type": "object", "additionalProperties": false, "properties": { "extends": { "description": "The profile or image it is made from. Default: the default profile.", "$ref": "#/definitions/ImageName" }, "box": { "$ref": "#/definitions/BoxInput" }, "packages": { "description": "Packages to install besides, as apt-get(8) takes them: NAME, NAME=VERSION or NAME/SUITE.", "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9+.-]*[a-z0-9+.]([=/][A-Za-z0-9.+:~-]*[A-Za-z0-9.+~])?$" } }, "debs": { "description": "Debian packages from files, such as a kernel of one's own. The guest reboots into it.", "type": "array", "items": { "$ref": "#/definitions/FileInput" } }, "scripts": { "description": "Shell scripts (their text), run as root once everything is installed and before the image is sealed.", "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000\\p{Cs}]+$" } }, "mirror": { "description": `Archive to install from instead of the distribution's, e.g. "http://ftp.example.org/debian".`, "$ref": "#/definitions/WebAddress" }, "proxy": { "description": "HTTP proxy for every download in the guest, while the image is built.", "$ref": "#/definitions/WebAddress" }, "diskGb": { "description": "Size of the virtual disk in GB (2^30 bytes). Default: the profile's or the box's.", "type": "integer", "minimum": 1, "maximum": 2048 } } }, "BoxInput": { "title": "BoxInput", "description": "A Vagrant box, from the registry by its version, or from a file.", "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": 'As Vagrant knows it, e.g. "bento/debian-12".', "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)?$", "maxLength": 128 }, "version": { "description": "Default: the newest.", "type": "string", "pattern": "^[0-9][A-Za-z0-9.-]{0,63}$" }, "file": { "description": "The box's file, relative to the lab's directory.", "$ref": "#/definitions/FilePath" }, "sha256": { "description": "SHA-256 of the box's file, without which none is taken. A registry's box has the registry's.", "$ref": "#/definitions/Sha256" } } }, "FileInput": { "title": "FileInput", "description": "A file, from the lab's directory or from the network, and what it must be.", "type": "object", "additionalProperties": false, "required": ["from", "sha256"], "properties": { "from": { "description": "A path relative to the lab's directory, or an http(s) URL that the guest downloads.", "$ref": "#/definitions/FilePath" }, "sha256": { "$ref": "#/definitions/Sha256" } } }, "FilePath": { "title": "FilePath", "type": "string", "pattern": "^[^\\u0000-\\u001f\\p{Cs}]{1,1024}$" }, "Sha256": { "title": "Sha256", "description": "In lower-case hex.", "type": "string", "pattern": "^[0-9a-f]{64}$" }, "WebAddress": { "title": "WebAddress", "type": "string", "pattern": "^https?://[A-Za-z0-9.:_~/@%-]{1,500}$" }, "SshInput": { "title": "SshInput", "description": "How to log in to a router that is an existing VM, so that `up` configures it. It gets a NAT adapter behind the lab's (the fourth, where the lab has up to three), which its system must configure by DHCP. Its interfaces are checked by `ip -json` (iproute2), and commands run on it by `setsid --wait` (util-linux).", "type": "object", "additionalProperties": false, "required": ["user", "identityFile"], "properties": { "user": { "description": "Root, or a user who may sudo without a password.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]{0,31}$" }, "identityFile": { "description": "The user's private key: a path of the host's, below the home directory if it begins with ~/, else relative to the lab's directory.", "type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]{1,4096}$" } } }, "NodeInput": { "title": "NodeInput", "type": "object", "additionalProperties": false, "required": ["interfaces"], "properties": { "role": { "description": "A router forwards between its interfaces and has MPTCP off. Default: host.", "type": "string", "enum": ["host", "router"] }, "image": { "description": "The image the node is cloned from. Default: the lab's.", "$ref": "#/definitions/ImageName" }, "existingVm": { "description": "Name of an existing VirtualBox VM to clone this router from. Other providers build the router themselves.", "type": "string", "minLength": 1, "maxLength": 255 }, "ssh": { "$ref": "#/definitions/SshInput" }, "interfaces": { "type": "array", "items": { "$ref": "#/definitions/InterfaceInput" }, "minItems": 1 }, "mptcp": { "$ref": "#/definitions/MptcpInput" }, "routes": { "description": "Routes of the main table besides the connected ones. Left out: shortest paths to every segment. Empty: none.", "type": "array", "items": { "$ref": "#/definitions/RouteInput" } }, "policyRouting": { "description": "Left out: a table for each source address of a host with several interfaces. Empty: off.", "type": "array", "items": { "$ref": "#/definitions/PolicyInput" } }, "sysctls": { "description": `Kernel parameters under net., over the planner's, e.g. {"net.ipv4.conf.all.rp_filter": 1}.`, "type": "object", "propertyNames": { "$ref": "#/definitions/SysctlKey" }, "additionalProperties": { "$ref": "#/definitions/SysctlValue" } } } }, "SysctlKey": { "title": "SysctlKey", "type": "string", "pattern": "^net(\\.[a-zA-Z0-9_-]+)+$" }, "SysctlValue": { "title": "SysctlValue", "type": ["string", "integer"], "pattern": "^[ -~]{1,128}$" }, "ExperimentInput": { "title": "ExperimentInput", "description": "Steps to run on the lab and what to expect of them.", "type": "object", "additionalProperties": false, "required": ["kind", "client", "server"], "properties": { "name": { "description": "Names its evidence. Default: the kind.", "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, "kind": { "type": "string", "enum": ["single-subflow", "multi-subflow"] }, "client": { "$ref": "#/definitions/NodeName" }, "server": { "$ref": "#/definitions/NodeName" }, "family": { "description": "Address family of the initial subflow. Default: the first the server has.", "$ref": "#/definitions/AddressFamily" }, "forcing": { "$ref": "#/definitions/ForcingInput" }, "programs": { "$ref": "#/definitions/ProgramsInput" }, "seconds": { "description": "Length of the transfer of multi-subflow in seconds. Default: 5.", "type": "integer", "minimum": 1, "maximum": 3600 } } }, "ForcingInput": { "title": "ForcingInput", "description": "How each program is made to open MPTCP sockets. Default: mptcpize on both.", "type": "object", "additionalProperties": false, "properties": { "client": { "$ref": "#/definitions/ForcingMethod" }, "server": { "$ref": "#/definitions/ForcingMethod" } } }, "ForcingMethod": { "title": "ForcingMethod", "description": "mptcpize: LD_PRELOAD by mptcpize(8), dynamically linked programs only. native: an option or the code of the program itself. go: GODEBUG=multipathtcp=1, programs of Go 1.21 or newer. systemtap, bpf: the node's kernel turns every program's TCP sockets, static ones too; VMs only. none: plain TCP.", "type": "string", "enum": ["mptcpize", "native", "go", "systemtap", "bpf", "none"] }, "ProgramsInput": { "title": "ProgramsInput", "description": "Programs of the user's own in ncat's place, for single-subflow. {address} and {port} in their arguments stand for the server's.", "type": "object", "additionalProperties": false, "properties": { "client": { "description": "Connects to the server and sends it what it reads from its standard input.", "$ref": "#/definitions/Command" }, "server": { "description": "Listens, and writes what it receives to its standard output, nothing else.", "$ref": "#/definitions/Command" } } }, "Command": { "title": "Command", "description": "A program and its arguments.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[^\\u0000]*$" } } } };
var schema12 = { "title": "AddressFamily", "type": "string", "enum": ["ipv4", "ipv6"] };
var schema55 = { "title": "LintSettingInput", "description": "How to take one rule of the linter.", "type": "object", "additionalProperties": false, "required": ["severity", "reason"], "properties": { "severity": { "description": "off: not at all. error: `generate` and `up` refuse the lab.", "type": "string", "enum": ["off", "advice", "warning", "error"] }, "reason": { "description": "Why, for those who read the topology.", "type": "string", "minLength": 1, "maxLength": 500 } } };
var func2 = Object.prototype.hasOwnProperty;
var func0 = require_equal().default;
var func4 = require_ucs2length().default;
var pattern0 = new RegExp("^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$", "u");
var pattern1 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$", "u");
var pattern14 = new RegExp("^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$", "u");
var pattern15 = new RegExp("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
var pattern8 = new RegExp("^[a-z0-9][a-z0-9+.-]*[a-z0-9+.]([=/][A-Za-z0-9.+:~-]*[A-Za-z0-9.+~])?$", "u");
var pattern11 = new RegExp("^[^\\u0000\\p{Cs}]+$", "u");
var pattern12 = new RegExp("^https?://[A-Za-z0-9.:_~/@%-]{1,500}$", "u");
var pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)?$", "u");
var pattern5 = new RegExp("^[0-9][A-Za-z0-9.-]{0,63}$", "u");
var pattern6 = new RegExp("^[^\\u0000-\\u001f\\p{Cs}]{1,1024}$", "u");
var pattern7 = new RegExp("^[0-9a-f]{64}$", "u");
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "version" || key0 === "file" || key0 === "sha256")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func4(data0) > 128) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (!pattern4.test(data0)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)?$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)?$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          const err5 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9][A-Za-z0-9.-]{0,63}$" }, message: 'must match pattern "^[0-9][A-Za-z0-9.-]{0,63}$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data2 = data.file;
      if (typeof data2 === "string") {
        if (!pattern6.test(data2)) {
          const err7 = { instancePath: instancePath + "/file", schemaPath: "#/definitions/FilePath/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\p{Cs}]{1,1024}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\p{Cs}]{1,1024}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/file", schemaPath: "#/definitions/FilePath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.sha256 !== void 0) {
      let data3 = data.sha256;
      if (typeof data3 === "string") {
        if (!pattern7.test(data3)) {
          const err9 = { instancePath: instancePath + "/sha256", schemaPath: "#/definitions/Sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/sha256", schemaPath: "#/definitions/Sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.from === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sha256 === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "from" || key0 === "sha256")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data0 = data.from;
      if (typeof data0 === "string") {
        if (!pattern6.test(data0)) {
          const err3 = { instancePath: instancePath + "/from", schemaPath: "#/definitions/FilePath/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\p{Cs}]{1,1024}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\p{Cs}]{1,1024}$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/from", schemaPath: "#/definitions/FilePath/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.sha256 !== void 0) {
      let data1 = data.sha256;
      if (typeof data1 === "string") {
        if (!pattern7.test(data1)) {
          const err5 = { instancePath: instancePath + "/sha256", schemaPath: "#/definitions/Sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/sha256", schemaPath: "#/definitions/Sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "extends" || key0 === "box" || key0 === "packages" || key0 === "debs" || key0 === "scripts" || key0 === "mirror" || key0 === "proxy" || key0 === "diskGb")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.extends !== void 0) {
      let data0 = data.extends;
      if (typeof data0 === "string") {
        if (!pattern1.test(data0)) {
          const err1 = { instancePath: instancePath + "/extends", schemaPath: "#/definitions/ImageName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/extends", schemaPath: "#/definitions/ImageName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.box !== void 0) {
      if (!validate12(data.box, { instancePath: instancePath + "/box", parentData: data, parentDataProperty: "box", rootData })) {
        vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
        errors = vErrors.length;
      }
    }
    if (data.packages !== void 0) {
      let data2 = data.packages;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern8.test(data3)) {
              const err3 = { instancePath: instancePath + "/packages/" + i0, schemaPath: "#/properties/packages/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9+.-]*[a-z0-9+.]([=/][A-Za-z0-9.+:~-]*[A-Za-z0-9.+~])?$" }, message: 'must match pattern "^[a-z0-9][a-z0-9+.-]*[a-z0-9+.]([=/][A-Za-z0-9.+:~-]*[A-Za-z0-9.+~])?$"' };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/packages/" + i0, schemaPath: "#/properties/packages/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/packages", schemaPath: "#/properties/packages/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.debs !== void 0) {
      let data4 = data.debs;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate14(data4[i1], { instancePath: instancePath + "/debs/" + i1, parentData: data4, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/debs", schemaPath: "#/properties/debs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.scripts !== void 0) {
      let data6 = data.scripts;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (!pattern11.test(data7)) {
              const err7 = { instancePath: instancePath + "/scripts/" + i2, schemaPath: "#/properties/scripts/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000\\p{Cs}]+$" }, message: 'must match pattern "^[^\\u0000\\p{Cs}]+$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/scripts/" + i2, schemaPath: "#/properties/scripts/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/scripts", schemaPath: "#/properties/scripts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.mirror !== void 0) {
      let data8 = data.mirror;
      if (typeof data8 === "string") {
        if (!pattern12.test(data8)) {
          const err10 = { instancePath: instancePath + "/mirror", schemaPath: "#/definitions/WebAddress/pattern", keyword: "pattern", params: { pattern: "^https?://[A-Za-z0-9.:_~/@%-]{1,500}$" }, message: 'must match pattern "^https?://[A-Za-z0-9.:_~/@%-]{1,500}$"' };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/mirror", schemaPath: "#/definitions/WebAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.proxy !== void 0) {
      let data9 = data.proxy;
      if (typeof data9 === "string") {
        if (!pattern12.test(data9)) {
          const err12 = { instancePath: instancePath + "/proxy", schemaPath: "#/definitions/WebAddress/pattern", keyword: "pattern", params: { pattern: "^https?://[A-Za-z0-9.:_~/@%-]{1,500}$" }, message: 'must match pattern "^https?://[A-Za-z0-9.:_~/@%-]{1,500}$"' };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/proxy", schemaPath: "#/definitions/WebAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.diskGb !== void 0) {
      let data10 = data.diskGb;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err14 = { instancePath: instancePath + "/diskGb", schemaPath: "#/properties/diskGb/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 2048 || isNaN(data10)) {
          const err15 = { instancePath: instancePath + "/diskGb", schemaPath: "#/properties/diskGb/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2048 }, message: "must be <= 2048" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err16 = { instancePath: instancePath + "/diskGb", schemaPath: "#/properties/diskGb/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var schema26 = { "title": "ForcingMethod", "description": "mptcpize: LD_PRELOAD by mptcpize(8), dynamically linked programs only. native: an option or the code of the program itself. go: GODEBUG=multipathtcp=1, programs of Go 1.21 or newer. systemtap, bpf: the node's kernel turns every program's TCP sockets, static ones too; VMs only. none: plain TCP.", "type": "string", "enum": ["mptcpize", "native", "go", "systemtap", "bpf", "none"] };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "client" || key0 === "server")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data0 = data.client;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/client", schemaPath: "#/definitions/ForcingMethod/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (!(data0 === "mptcpize" || data0 === "native" || data0 === "go" || data0 === "systemtap" || data0 === "bpf" || data0 === "none")) {
        const err2 = { instancePath: instancePath + "/client", schemaPath: "#/definitions/ForcingMethod/enum", keyword: "enum", params: { allowedValues: schema26.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data1 = data.server;
      if (typeof data1 !== "string") {
        const err3 = { instancePath: instancePath + "/server", schemaPath: "#/definitions/ForcingMethod/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data1 === "mptcpize" || data1 === "native" || data1 === "go" || data1 === "systemtap" || data1 === "bpf" || data1 === "none")) {
        const err4 = { instancePath: instancePath + "/server", schemaPath: "#/definitions/ForcingMethod/enum", keyword: "enum", params: { allowedValues: schema26.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "subnets" || key0 === "mtu" || key0 === "impairment")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.subnets !== void 0) {
      let data0 = data.subnets;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            const err1 = { instancePath: instancePath + "/subnets/" + i0, schemaPath: "#/properties/subnets/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/subnets", schemaPath: "#/properties/subnets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.mtu !== void 0) {
      let data2 = data.mtu;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err3 = { instancePath: instancePath + "/mtu", schemaPath: "#/properties/mtu/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 65535 || isNaN(data2)) {
          const err4 = { instancePath: instancePath + "/mtu", schemaPath: "#/properties/mtu/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data2 < 576 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/mtu", schemaPath: "#/properties/mtu/minimum", keyword: "minimum", params: { comparison: ">=", limit: 576 }, message: "must be >= 576" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.impairment !== void 0) {
      let data3 = data.impairment;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(key1 === "rateMbit" || key1 === "burstBytes" || key1 === "queueMs" || key1 === "delayMs" || key1 === "jitterMs" || key1 === "lossPercent")) {
            const err6 = { instancePath: instancePath + "/impairment", schemaPath: "#/definitions/Impairment/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data3.rateMbit !== void 0) {
          let data4 = data3.rateMbit;
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 1e5 || isNaN(data4)) {
              const err7 = { instancePath: instancePath + "/impairment/rateMbit", schemaPath: "#/definitions/Impairment/properties/rateMbit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data4 <= 0 || isNaN(data4)) {
              const err8 = { instancePath: instancePath + "/impairment/rateMbit", schemaPath: "#/definitions/Impairment/properties/rateMbit/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/impairment/rateMbit", schemaPath: "#/definitions/Impairment/properties/rateMbit/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.burstBytes !== void 0) {
          let data5 = data3.burstBytes;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err10 = { instancePath: instancePath + "/impairment/burstBytes", schemaPath: "#/definitions/Impairment/properties/burstBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 1073741824 || isNaN(data5)) {
              const err11 = { instancePath: instancePath + "/impairment/burstBytes", schemaPath: "#/definitions/Impairment/properties/burstBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, message: "must be <= 1073741824" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data5 < 1 || isNaN(data5)) {
              const err12 = { instancePath: instancePath + "/impairment/burstBytes", schemaPath: "#/definitions/Impairment/properties/burstBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
        }
        if (data3.queueMs !== void 0) {
          let data6 = data3.queueMs;
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 > 6e4 || isNaN(data6)) {
              const err13 = { instancePath: instancePath + "/impairment/queueMs", schemaPath: "#/definitions/Impairment/properties/queueMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 }, message: "must be <= 60000" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data6 <= 0 || isNaN(data6)) {
              const err14 = { instancePath: instancePath + "/impairment/queueMs", schemaPath: "#/definitions/Impairment/properties/queueMs/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/impairment/queueMs", schemaPath: "#/definitions/Impairment/properties/queueMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data3.delayMs !== void 0) {
          let data7 = data3.delayMs;
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 6e4 || isNaN(data7)) {
              const err16 = { instancePath: instancePath + "/impairment/delayMs", schemaPath: "#/definitions/Impairment/properties/delayMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 }, message: "must be <= 60000" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data7 < 0 || isNaN(data7)) {
              const err17 = { instancePath: instancePath + "/impairment/delayMs", schemaPath: "#/definitions/Impairment/properties/delayMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/impairment/delayMs", schemaPath: "#/definitions/Impairment/properties/delayMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data3.jitterMs !== void 0) {
          let data8 = data3.jitterMs;
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 6e4 || isNaN(data8)) {
              const err19 = { instancePath: instancePath + "/impairment/jitterMs", schemaPath: "#/definitions/Impairment/properties/jitterMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 }, message: "must be <= 60000" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              const err20 = { instancePath: instancePath + "/impairment/jitterMs", schemaPath: "#/definitions/Impairment/properties/jitterMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/impairment/jitterMs", schemaPath: "#/definitions/Impairment/properties/jitterMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data3.lossPercent !== void 0) {
          let data9 = data3.lossPercent;
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 100 || isNaN(data9)) {
              const err22 = { instancePath: instancePath + "/impairment/lossPercent", schemaPath: "#/definitions/Impairment/properties/lossPercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              const err23 = { instancePath: instancePath + "/impairment/lossPercent", schemaPath: "#/definitions/Impairment/properties/lossPercent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/impairment/lossPercent", schemaPath: "#/definitions/Impairment/properties/lossPercent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/impairment", schemaPath: "#/definitions/Impairment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
  } else {
    const err26 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err26];
    } else {
      vErrors.push(err26);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
var schema32 = { "title": "NodeInput", "type": "object", "additionalProperties": false, "required": ["interfaces"], "properties": { "role": { "description": "A router forwards between its interfaces and has MPTCP off. Default: host.", "type": "string", "enum": ["host", "router"] }, "image": { "description": "The image the node is cloned from. Default: the lab's.", "$ref": "#/definitions/ImageName" }, "existingVm": { "description": "Name of an existing VirtualBox VM to clone this router from. Other providers build the router themselves.", "type": "string", "minLength": 1, "maxLength": 255 }, "ssh": { "$ref": "#/definitions/SshInput" }, "interfaces": { "type": "array", "items": { "$ref": "#/definitions/InterfaceInput" }, "minItems": 1 }, "mptcp": { "$ref": "#/definitions/MptcpInput" }, "routes": { "description": "Routes of the main table besides the connected ones. Left out: shortest paths to every segment. Empty: none.", "type": "array", "items": { "$ref": "#/definitions/RouteInput" } }, "policyRouting": { "description": "Left out: a table for each source address of a host with several interfaces. Empty: off.", "type": "array", "items": { "$ref": "#/definitions/PolicyInput" } }, "sysctls": { "description": `Kernel parameters under net., over the planner's, e.g. {"net.ipv4.conf.all.rp_filter": 1}.`, "type": "object", "propertyNames": { "$ref": "#/definitions/SysctlKey" }, "additionalProperties": { "$ref": "#/definitions/SysctlValue" } } } };
var schema47 = { "title": "SysctlValue", "type": ["string", "integer"], "pattern": "^[ -~]{1,128}$" };
var pattern17 = new RegExp("^[A-Za-z_][A-Za-z0-9_.-]{0,31}$", "u");
var pattern18 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f]{1,4096}$", "u");
var pattern22 = new RegExp("^net(\\.[a-zA-Z0-9_-]+)+$", "u");
var pattern23 = new RegExp("^[ -~]{1,128}$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.segment === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "segment" }, message: "must have required property 'segment'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "segment" || key0 === "addresses" || key0 === "gateways" || key0 === "metric" || key0 === "impairment")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.segment !== void 0) {
      let data0 = data.segment;
      if (typeof data0 === "string") {
        if (!pattern14.test(data0)) {
          const err2 = { instancePath: instancePath + "/segment", schemaPath: "#/definitions/SegmentName/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$" }, message: 'must match pattern "^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/segment", schemaPath: "#/definitions/SegmentName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.addresses !== void 0) {
      let data1 = data.addresses;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data1[i0] !== "string") {
            const err4 = { instancePath: instancePath + "/addresses/" + i0, schemaPath: "#/properties/addresses/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.gateways !== void 0) {
      let data3 = data.gateways;
      if (Array.isArray(data3)) {
        if (data3.length > 2) {
          const err6 = { instancePath: instancePath + "/gateways", schemaPath: "#/properties/gateways/maxItems", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (typeof data3[i1] !== "string") {
            const err7 = { instancePath: instancePath + "/gateways/" + i1, schemaPath: "#/properties/gateways/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/gateways", schemaPath: "#/properties/gateways/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.metric !== void 0) {
      let data5 = data.metric;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err9 = { instancePath: instancePath + "/metric", schemaPath: "#/properties/metric/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 4294967295 || isNaN(data5)) {
          const err10 = { instancePath: instancePath + "/metric", schemaPath: "#/properties/metric/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err11 = { instancePath: instancePath + "/metric", schemaPath: "#/properties/metric/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.impairment !== void 0) {
      let data6 = data.impairment;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key1 in data6) {
          if (!(key1 === "rateMbit" || key1 === "burstBytes" || key1 === "queueMs" || key1 === "delayMs" || key1 === "jitterMs" || key1 === "lossPercent")) {
            const err12 = { instancePath: instancePath + "/impairment", schemaPath: "#/definitions/Impairment/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data6.rateMbit !== void 0) {
          let data7 = data6.rateMbit;
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 1e5 || isNaN(data7)) {
              const err13 = { instancePath: instancePath + "/impairment/rateMbit", schemaPath: "#/definitions/Impairment/properties/rateMbit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data7 <= 0 || isNaN(data7)) {
              const err14 = { instancePath: instancePath + "/impairment/rateMbit", schemaPath: "#/definitions/Impairment/properties/rateMbit/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/impairment/rateMbit", schemaPath: "#/definitions/Impairment/properties/rateMbit/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data6.burstBytes !== void 0) {
          let data8 = data6.burstBytes;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err16 = { instancePath: instancePath + "/impairment/burstBytes", schemaPath: "#/definitions/Impairment/properties/burstBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 1073741824 || isNaN(data8)) {
              const err17 = { instancePath: instancePath + "/impairment/burstBytes", schemaPath: "#/definitions/Impairment/properties/burstBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, message: "must be <= 1073741824" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data8 < 1 || isNaN(data8)) {
              const err18 = { instancePath: instancePath + "/impairment/burstBytes", schemaPath: "#/definitions/Impairment/properties/burstBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
        if (data6.queueMs !== void 0) {
          let data9 = data6.queueMs;
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 6e4 || isNaN(data9)) {
              const err19 = { instancePath: instancePath + "/impairment/queueMs", schemaPath: "#/definitions/Impairment/properties/queueMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 }, message: "must be <= 60000" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data9 <= 0 || isNaN(data9)) {
              const err20 = { instancePath: instancePath + "/impairment/queueMs", schemaPath: "#/definitions/Impairment/properties/queueMs/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/impairment/queueMs", schemaPath: "#/definitions/Impairment/properties/queueMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data6.delayMs !== void 0) {
          let data10 = data6.delayMs;
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 6e4 || isNaN(data10)) {
              const err22 = { instancePath: instancePath + "/impairment/delayMs", schemaPath: "#/definitions/Impairment/properties/delayMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 }, message: "must be <= 60000" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              const err23 = { instancePath: instancePath + "/impairment/delayMs", schemaPath: "#/definitions/Impairment/properties/delayMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/impairment/delayMs", schemaPath: "#/definitions/Impairment/properties/delayMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data6.jitterMs !== void 0) {
          let data11 = data6.jitterMs;
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 6e4 || isNaN(data11)) {
              const err25 = { instancePath: instancePath + "/impairment/jitterMs", schemaPath: "#/definitions/Impairment/properties/jitterMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e4 }, message: "must be <= 60000" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data11 < 0 || isNaN(data11)) {
              const err26 = { instancePath: instancePath + "/impairment/jitterMs", schemaPath: "#/definitions/Impairment/properties/jitterMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/impairment/jitterMs", schemaPath: "#/definitions/Impairment/properties/jitterMs/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data6.lossPercent !== void 0) {
          let data12 = data6.lossPercent;
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 > 100 || isNaN(data12)) {
              const err28 = { instancePath: instancePath + "/impairment/lossPercent", schemaPath: "#/definitions/Impairment/properties/lossPercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (data12 < 0 || isNaN(data12)) {
              const err29 = { instancePath: instancePath + "/impairment/lossPercent", schemaPath: "#/definitions/Impairment/properties/lossPercent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/impairment/lossPercent", schemaPath: "#/definitions/Impairment/properties/lossPercent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath: instancePath + "/impairment", schemaPath: "#/definitions/Impairment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema40 = { "title": "EndpointFlag", "type": "string", "enum": ["subflow", "signal", "backup", "fullmesh"] };
var pattern20 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$", "u");
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "address" || key0 === "flags" || key0 === "dev" || key0 === "port" || key0 === "id")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      if (typeof data.address !== "string") {
        const err2 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.flags !== void 0) {
      let data1 = data.flags;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 !== "string") {
            const err3 = { instancePath: instancePath + "/flags/" + i0, schemaPath: "#/definitions/EndpointFlag/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
          if (!(data2 === "subflow" || data2 === "signal" || data2 === "backup" || data2 === "fullmesh")) {
            const err4 = { instancePath: instancePath + "/flags/" + i0, schemaPath: "#/definitions/EndpointFlag/enum", keyword: "enum", params: { allowedValues: schema40.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        let i1 = data1.length;
        let j0;
        if (i1 > 1) {
          outer0: for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func0(data1[i1], data1[j0])) {
                const err5 = { instancePath: instancePath + "/flags", schemaPath: "#/properties/flags/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/flags", schemaPath: "#/properties/flags/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.dev !== void 0) {
      let data3 = data.dev;
      if (typeof data3 === "string") {
        if (!pattern20.test(data3)) {
          const err7 = { instancePath: instancePath + "/dev", schemaPath: "#/definitions/DeviceName/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$" }, message: 'must match pattern "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/dev", schemaPath: "#/definitions/DeviceName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data4 = data.port;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err9 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 65535 || isNaN(data4)) {
          const err10 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err11 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.id !== void 0) {
      let data5 = data.id;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err12 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 255 || isNaN(data5)) {
          const err13 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err14 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "enabled" || key0 === "endpoints" || key0 === "limits")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.enabled !== void 0) {
      if (typeof data.enabled !== "boolean") {
        const err1 = { instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.endpoints !== void 0) {
      let data1 = data.endpoints;
      if (Array.isArray(data1)) {
        if (data1.length > 16) {
          const err2 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/maxItems", keyword: "maxItems", params: { limit: 16 }, message: "must NOT have more than 16 items" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate25(data1[i0], { instancePath: instancePath + "/endpoints/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.limits !== void 0) {
      let data3 = data.limits;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(key1 === "subflows" || key1 === "addAddrAccepted")) {
            const err4 = { instancePath: instancePath + "/limits", schemaPath: "#/definitions/LimitsInput/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data3.subflows !== void 0) {
          let data4 = data3.subflows;
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err5 = { instancePath: instancePath + "/limits/subflows", schemaPath: "#/definitions/LimitsInput/properties/subflows/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 8 || isNaN(data4)) {
              const err6 = { instancePath: instancePath + "/limits/subflows", schemaPath: "#/definitions/LimitsInput/properties/subflows/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8 }, message: "must be <= 8" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              const err7 = { instancePath: instancePath + "/limits/subflows", schemaPath: "#/definitions/LimitsInput/properties/subflows/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
        if (data3.addAddrAccepted !== void 0) {
          let data5 = data3.addAddrAccepted;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err8 = { instancePath: instancePath + "/limits/addAddrAccepted", schemaPath: "#/definitions/LimitsInput/properties/addAddrAccepted/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 8 || isNaN(data5)) {
              const err9 = { instancePath: instancePath + "/limits/addAddrAccepted", schemaPath: "#/definitions/LimitsInput/properties/addAddrAccepted/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8 }, message: "must be <= 8" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data5 < 0 || isNaN(data5)) {
              const err10 = { instancePath: instancePath + "/limits/addAddrAccepted", schemaPath: "#/definitions/LimitsInput/properties/addAddrAccepted/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/limits", schemaPath: "#/definitions/LimitsInput/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.to === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "to" || key0 === "via" || key0 === "dev" || key0 === "metric")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      if (typeof data.to !== "string") {
        const err2 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.via !== void 0) {
      if (typeof data.via !== "string") {
        const err3 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.dev !== void 0) {
      let data2 = data.dev;
      if (typeof data2 === "string") {
        if (!pattern20.test(data2)) {
          const err4 = { instancePath: instancePath + "/dev", schemaPath: "#/definitions/DeviceName/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$" }, message: 'must match pattern "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/dev", schemaPath: "#/definitions/DeviceName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.metric !== void 0) {
      let data3 = data.metric;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err6 = { instancePath: instancePath + "/metric", schemaPath: "#/properties/metric/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 4294967295 || isNaN(data3)) {
          const err7 = { instancePath: instancePath + "/metric", schemaPath: "#/properties/metric/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err8 = { instancePath: instancePath + "/metric", schemaPath: "#/properties/metric/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.from === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.table === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "table" }, message: "must have required property 'table'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.routes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "routes" }, message: "must have required property 'routes'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "from" || key0 === "table" || key0 === "routes")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      if (typeof data.from !== "string") {
        const err4 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.table !== void 0) {
      let data1 = data.table;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err5 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 4294967295 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, message: "must be <= 4294967295" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/table", schemaPath: "#/properties/table/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.routes !== void 0) {
      let data2 = data.routes;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate28(data2[i0], { instancePath: instancePath + "/routes/" + i0, parentData: data2, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/routes", schemaPath: "#/properties/routes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.interfaces === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "interfaces" }, message: "must have required property 'interfaces'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema32.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data0 = data.role;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(data0 === "host" || data0 === "router")) {
        const err3 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/enum", keyword: "enum", params: { allowedValues: schema32.properties.role.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.image !== void 0) {
      let data1 = data.image;
      if (typeof data1 === "string") {
        if (!pattern1.test(data1)) {
          const err4 = { instancePath: instancePath + "/image", schemaPath: "#/definitions/ImageName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/image", schemaPath: "#/definitions/ImageName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.existingVm !== void 0) {
      let data2 = data.existingVm;
      if (typeof data2 === "string") {
        if (func4(data2) > 255) {
          const err6 = { instancePath: instancePath + "/existingVm", schemaPath: "#/properties/existingVm/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func4(data2) < 1) {
          const err7 = { instancePath: instancePath + "/existingVm", schemaPath: "#/properties/existingVm/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/existingVm", schemaPath: "#/properties/existingVm/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.ssh !== void 0) {
      let data3 = data.ssh;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.user === void 0) {
          const err9 = { instancePath: instancePath + "/ssh", schemaPath: "#/definitions/SshInput/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data3.identityFile === void 0) {
          const err10 = { instancePath: instancePath + "/ssh", schemaPath: "#/definitions/SshInput/required", keyword: "required", params: { missingProperty: "identityFile" }, message: "must have required property 'identityFile'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!(key1 === "user" || key1 === "identityFile")) {
            const err11 = { instancePath: instancePath + "/ssh", schemaPath: "#/definitions/SshInput/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data3.user !== void 0) {
          let data4 = data3.user;
          if (typeof data4 === "string") {
            if (!pattern17.test(data4)) {
              const err12 = { instancePath: instancePath + "/ssh/user", schemaPath: "#/definitions/SshInput/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]{0,31}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]{0,31}$"' };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/ssh/user", schemaPath: "#/definitions/SshInput/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.identityFile !== void 0) {
          let data5 = data3.identityFile;
          if (typeof data5 === "string") {
            if (!pattern18.test(data5)) {
              const err14 = { instancePath: instancePath + "/ssh/identityFile", schemaPath: "#/definitions/SshInput/properties/identityFile/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f]{1,4096}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f-\\u009f]{1,4096}$"' };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/ssh/identityFile", schemaPath: "#/definitions/SshInput/properties/identityFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/ssh", schemaPath: "#/definitions/SshInput/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.interfaces !== void 0) {
      let data6 = data.interfaces;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err17 = { instancePath: instancePath + "/interfaces", schemaPath: "#/properties/interfaces/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate22(data6[i0], { instancePath: instancePath + "/interfaces/" + i0, parentData: data6, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/interfaces", schemaPath: "#/properties/interfaces/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.mptcp !== void 0) {
      if (!validate24(data.mptcp, { instancePath: instancePath + "/mptcp", parentData: data, parentDataProperty: "mptcp", rootData })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.routes !== void 0) {
      let data9 = data.routes;
      if (Array.isArray(data9)) {
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate28(data9[i1], { instancePath: instancePath + "/routes/" + i1, parentData: data9, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/routes", schemaPath: "#/properties/routes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.policyRouting !== void 0) {
      let data11 = data.policyRouting;
      if (Array.isArray(data11)) {
        const len2 = data11.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (!validate30(data11[i2], { instancePath: instancePath + "/policyRouting/" + i2, parentData: data11, parentDataProperty: i2, rootData })) {
            vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/policyRouting", schemaPath: "#/properties/policyRouting/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.sysctls !== void 0) {
      let data13 = data.sysctls;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (const key2 in data13) {
          const _errs29 = errors;
          if (typeof key2 === "string") {
            if (!pattern22.test(key2)) {
              const err21 = { instancePath: instancePath + "/sysctls", schemaPath: "#/definitions/SysctlKey/pattern", keyword: "pattern", params: { pattern: "^net(\\.[a-zA-Z0-9_-]+)+$" }, message: 'must match pattern "^net(\\.[a-zA-Z0-9_-]+)+$"', propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/sysctls", schemaPath: "#/definitions/SysctlKey/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          var valid10 = _errs29 === errors;
          if (!valid10) {
            const err23 = { instancePath: instancePath + "/sysctls", schemaPath: "#/properties/sysctls/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        for (const key3 in data13) {
          let data14 = data13[key3];
          if (typeof data14 !== "string" && !(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err24 = { instancePath: instancePath + "/sysctls/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/SysctlValue/type", keyword: "type", params: { type: schema47.type }, message: "must be string,integer" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          if (typeof data14 === "string") {
            if (!pattern23.test(data14)) {
              const err25 = { instancePath: instancePath + "/sysctls/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/SysctlValue/pattern", keyword: "pattern", params: { pattern: "^[ -~]{1,128}$" }, message: 'must match pattern "^[ -~]{1,128}$"' };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/sysctls", schemaPath: "#/properties/sysctls/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
var schema48 = { "title": "ExperimentInput", "description": "Steps to run on the lab and what to expect of them.", "type": "object", "additionalProperties": false, "required": ["kind", "client", "server"], "properties": { "name": { "description": "Names its evidence. Default: the kind.", "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, "kind": { "type": "string", "enum": ["single-subflow", "multi-subflow"] }, "client": { "$ref": "#/definitions/NodeName" }, "server": { "$ref": "#/definitions/NodeName" }, "family": { "description": "Address family of the initial subflow. Default: the first the server has.", "$ref": "#/definitions/AddressFamily" }, "forcing": { "$ref": "#/definitions/ForcingInput" }, "programs": { "$ref": "#/definitions/ProgramsInput" }, "seconds": { "description": "Length of the transfer of multi-subflow in seconds. Default: 5.", "type": "integer", "minimum": 1, "maximum": 3600 } } };
var pattern24 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
var pattern27 = new RegExp("^[^\\u0000]*$", "u");
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "client" || key0 === "server")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data0 = data.client;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/client", schemaPath: "#/definitions/Command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!pattern27.test(data1)) {
              const err2 = { instancePath: instancePath + "/client/" + i0, schemaPath: "#/definitions/Command/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/client/" + i0, schemaPath: "#/definitions/Command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/client", schemaPath: "#/definitions/Command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data2 = data.server;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err5 = { instancePath: instancePath + "/server", schemaPath: "#/definitions/Command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === "string") {
            if (!pattern27.test(data3)) {
              const err6 = { instancePath: instancePath + "/server/" + i1, schemaPath: "#/definitions/Command/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/server/" + i1, schemaPath: "#/definitions/Command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/server", schemaPath: "#/definitions/Command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.client === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "client" }, message: "must have required property 'client'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.server === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "server" }, message: "must have required property 'server'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "kind" || key0 === "client" || key0 === "server" || key0 === "family" || key0 === "forcing" || key0 === "programs" || key0 === "seconds")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern24.test(data0)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (typeof data1 !== "string") {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data1 === "single-subflow" || data1 === "multi-subflow")) {
        const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema48.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.client !== void 0) {
      let data2 = data.client;
      if (typeof data2 === "string") {
        if (!pattern15.test(data2)) {
          const err8 = { instancePath: instancePath + "/client", schemaPath: "#/definitions/NodeName/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/client", schemaPath: "#/definitions/NodeName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data3 = data.server;
      if (typeof data3 === "string") {
        if (!pattern15.test(data3)) {
          const err10 = { instancePath: instancePath + "/server", schemaPath: "#/definitions/NodeName/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/server", schemaPath: "#/definitions/NodeName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.family !== void 0) {
      let data4 = data.family;
      if (typeof data4 !== "string") {
        const err12 = { instancePath: instancePath + "/family", schemaPath: "#/definitions/AddressFamily/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (!(data4 === "ipv4" || data4 === "ipv6")) {
        const err13 = { instancePath: instancePath + "/family", schemaPath: "#/definitions/AddressFamily/enum", keyword: "enum", params: { allowedValues: schema12.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.forcing !== void 0) {
      if (!validate17(data.forcing, { instancePath: instancePath + "/forcing", parentData: data, parentDataProperty: "forcing", rootData })) {
        vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
        errors = vErrors.length;
      }
    }
    if (data.programs !== void 0) {
      if (!validate36(data.programs, { instancePath: instancePath + "/programs", parentData: data, parentDataProperty: "programs", rootData })) {
        vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
        errors = vErrors.length;
      }
    }
    if (data.seconds !== void 0) {
      let data7 = data.seconds;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err14 = { instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 3600 || isNaN(data7)) {
          const err15 = { instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data7 < 1 || isNaN(data7)) {
          const err16 = { instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.segments === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "segments" }, message: "must have required property 'segments'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.nodes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.$schema !== void 0) {
      if (typeof data.$schema !== "string") {
        const err4 = { instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$" }, message: 'must match pattern "^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.addressFamilies !== void 0) {
      let data2 = data.addressFamilies;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err7 = { instancePath: instancePath + "/addressFamilies", schemaPath: "#/properties/addressFamilies/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 !== "string") {
            const err8 = { instancePath: instancePath + "/addressFamilies/" + i0, schemaPath: "#/definitions/AddressFamily/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (!(data3 === "ipv4" || data3 === "ipv6")) {
            const err9 = { instancePath: instancePath + "/addressFamilies/" + i0, schemaPath: "#/definitions/AddressFamily/enum", keyword: "enum", params: { allowedValues: schema12.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        let i1 = data2.length;
        let j0;
        if (i1 > 1) {
          outer0: for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func0(data2[i1], data2[j0])) {
                const err10 = { instancePath: instancePath + "/addressFamilies", schemaPath: "#/properties/addressFamilies/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/addressFamilies", schemaPath: "#/properties/addressFamilies/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.image !== void 0) {
      let data4 = data.image;
      if (typeof data4 === "string") {
        if (!pattern1.test(data4)) {
          const err12 = { instancePath: instancePath + "/image", schemaPath: "#/definitions/ImageName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/image", schemaPath: "#/definitions/ImageName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.images !== void 0) {
      let data5 = data.images;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          const _errs16 = errors;
          if (typeof key1 === "string") {
            if (!pattern1.test(key1)) {
              const err14 = { instancePath: instancePath + "/images", schemaPath: "#/definitions/ImageName/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"', propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/images", schemaPath: "#/definitions/ImageName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          var valid6 = _errs16 === errors;
          if (!valid6) {
            const err16 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        for (const key2 in data5) {
          if (!validate11(data5[key2], { instancePath: instancePath + "/images/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data5, parentDataProperty: key2, rootData })) {
            vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.forcing !== void 0) {
      if (!validate17(data.forcing, { instancePath: instancePath + "/forcing", parentData: data, parentDataProperty: "forcing", rootData })) {
        vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
        errors = vErrors.length;
      }
    }
    if (data.segments !== void 0) {
      let data8 = data.segments;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err18 = { instancePath: instancePath + "/segments", schemaPath: "#/properties/segments/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        for (const key3 in data8) {
          const _errs24 = errors;
          if (typeof key3 === "string") {
            if (!pattern14.test(key3)) {
              const err19 = { instancePath: instancePath + "/segments", schemaPath: "#/definitions/SegmentName/pattern", keyword: "pattern", params: { pattern: "^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$" }, message: 'must match pattern "^[a-zA-Z]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$"', propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/segments", schemaPath: "#/definitions/SegmentName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key3 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          var valid9 = _errs24 === errors;
          if (!valid9) {
            const err21 = { instancePath: instancePath + "/segments", schemaPath: "#/properties/segments/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        for (const key4 in data8) {
          if (!validate19(data8[key4], { instancePath: instancePath + "/segments/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data8, parentDataProperty: key4, rootData })) {
            vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/segments", schemaPath: "#/properties/segments/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.nodes !== void 0) {
      let data10 = data.nodes;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (Object.keys(data10).length < 1) {
          const err23 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        for (const key5 in data10) {
          const _errs31 = errors;
          if (typeof key5 === "string") {
            if (!pattern15.test(key5)) {
              const err24 = { instancePath: instancePath + "/nodes", schemaPath: "#/definitions/NodeName/pattern", keyword: "pattern", params: { pattern: "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$"', propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/nodes", schemaPath: "#/definitions/NodeName/type", keyword: "type", params: { type: "string" }, message: "must be string", propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          var valid12 = _errs31 === errors;
          if (!valid12) {
            const err26 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        for (const key6 in data10) {
          if (!validate21(data10[key6], { instancePath: instancePath + "/nodes/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data10, parentDataProperty: key6, rootData })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.experiments !== void 0) {
      let data12 = data.experiments;
      if (Array.isArray(data12)) {
        const len1 = data12.length;
        for (let i2 = 0; i2 < len1; i2++) {
          if (!validate34(data12[i2], { instancePath: instancePath + "/experiments/" + i2, parentData: data12, parentDataProperty: i2, rootData })) {
            vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/experiments", schemaPath: "#/properties/experiments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.lint !== void 0) {
      let data14 = data.lint;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key7 in data14) {
          let data15 = data14[key7];
          if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
            if (data15.severity === void 0) {
              const err29 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/LintSettingInput/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (data15.reason === void 0) {
              const err30 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/LintSettingInput/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            for (const key8 in data15) {
              if (!(key8 === "severity" || key8 === "reason")) {
                const err31 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/LintSettingInput/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data15.severity !== void 0) {
              let data16 = data15.severity;
              if (typeof data16 !== "string") {
                const err32 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/severity", schemaPath: "#/definitions/LintSettingInput/properties/severity/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
              if (!(data16 === "off" || data16 === "advice" || data16 === "warning" || data16 === "error")) {
                const err33 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/severity", schemaPath: "#/definitions/LintSettingInput/properties/severity/enum", keyword: "enum", params: { allowedValues: schema55.properties.severity.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data15.reason !== void 0) {
              let data17 = data15.reason;
              if (typeof data17 === "string") {
                if (func4(data17) > 500) {
                  const err34 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason", schemaPath: "#/definitions/LintSettingInput/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
                if (func4(data17) < 1) {
                  const err35 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason", schemaPath: "#/definitions/LintSettingInput/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason", schemaPath: "#/definitions/LintSettingInput/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/lint/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/LintSettingInput/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/lint", schemaPath: "#/properties/lint/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
  } else {
    const err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  stdin_default as default,
  validate
};
