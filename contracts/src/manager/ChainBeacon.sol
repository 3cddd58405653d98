// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IBeacon} from "@openzeppelin/contracts/proxy/beacon/IBeacon.sol";

/// @title A beacon that answers each chain its own code
/// @notice Set by the ChainTypeManager that created it, and by nobody else.
contract ChainBeacon is IBeacon {
    // 0x0
    // 0x97be96d0
    error NotTheManager(address caller);
    // 0x0
    // 0x5ed0cbf6
    error ChainNotKnown(address chain);
    // 0x0
    // 0x674520b6
    error NoCode(address implementation);

    event ImplementationSet(address indexed chain, address indexed implementation);

    address public immutable MANAGER;

    mapping(address chain => address) public implementationOf;

    constructor() {
        MANAGER = msg.sender;
    }

    function set(address chain, address newImplementation) external {
        if (msg.sender != MANAGER) revert NotTheManager(msg.sender);
        if (newImplementation.code.length == 0) revert NoCode(newImplementation);
        implementationOf[chain] = newImplementation;
        emit ImplementationSet(chain, newImplementation);
    }

    /// @inheritdoc IBeacon
    function implementation() external view returns (address found) {
        found = implementationOf[msg.sender];
        if (found == address(0)) revert ChainNotKnown(msg.sender);
    }
}
