// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The cheat codes of forge that are used here.
interface Vm {
    function envAddress(string calldata name) external view returns (address);
    function envUint(string calldata name) external view returns (uint256);
    function startBroadcast() external;
    function stopBroadcast() external;
    function prank(address sender) external;
    function deal(address account, uint256 balance) external;
    function expectRevert(bytes calldata data) external;
    function createSelectFork(string calldata url, uint256 blockNumber) external returns (uint256 id);
    function rollFork(uint256 blockNumber) external;
    function rollFork(bytes32 transaction) external;
    function rpcUrl(string calldata name) external view returns (string memory);
    function load(address account, bytes32 slot) external view returns (bytes32);
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
