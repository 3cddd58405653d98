// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

// Constants of docs/spec.md that more than one contract needs. Names and values are the specification's.

/// @dev The L1 price of one byte of pubdata in L1 gas: 16 for a non-zero calldata byte, and one for overhead.
uint256 constant L1_GAS_PER_PUBDATA_BYTE = 17;

/// @dev Address that stands for ether wherever a token address is asked for.
address constant ETH_TOKEN_ADDRESS = address(1);

/// @dev Returned by a second bridge from `bridgehubDeposit`, so that no contract becomes a bridge by accident.
bytes32 constant TWO_BRIDGES_MAGIC_VALUE = bytes32(uint256(keccak256("TWO_BRIDGES_MAGIC_VALUE")) - 1);

/// @dev Second bridges are above this address: below it are precompiles and their like (EIP-1352).
address constant MAX_RESERVED_ADDRESS = address(uint160(type(uint16).max));

/// @dev Transaction types of docs/spec.md section 2.
uint256 constant PRIORITY_OPERATION_TX_TYPE = 0x7f;
uint256 constant UPGRADE_TX_TYPE = 0x7e;

/// @dev L2 system addresses, docs/spec.md section 1.
address constant L2_BOOTLOADER = address(0x8001);
address constant L2_FORCE_DEPLOYER = address(0x8007);
address constant L2_MESSENGER = address(0x8008);
address constant L2_BASE_TOKEN = address(0x800a);
address constant L2_COMPLEX_UPGRADER = address(0x800f);
address constant L2_BRIDGEHUB = address(0x10002);
address constant L2_ASSET_ROUTER = address(0x10003);
address constant L2_NATIVE_TOKEN_VAULT = address(0x10004);

/// @dev keccak256(""), the start of the rolling hash over priority operations.
bytes32 constant EMPTY_HASH = 0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470;

/// @dev Depth of the tree of L2 to L1 logs of one batch.
uint256 constant LOG_TREE_DEPTH = 14;

/// @dev Data availability schemes, docs/spec.md section 5.
uint8 constant DA_SCHEME_EMPTY = 1;
uint8 constant DA_SCHEME_CALLDATA = 3;
uint8 constant DA_SCHEME_BLOBS = 4;

/// @dev First byte of the `data` of every operator call.
bytes1 constant OPERATOR_DATA_VERSION = 0x01;

/// @dev A public input has 253 bits, so that it is an element of the BN254 scalar field.
uint256 constant PUBLIC_INPUT_MASK = type(uint256).max >> 3;
