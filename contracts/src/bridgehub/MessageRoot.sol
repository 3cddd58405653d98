// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IBridgehub} from "../interfaces/IBridgehub.sol";
import {IMessageRoot} from "../interfaces/IMessageRoot.sol";

/// @title Roots of the messages of all chains
/// @dev Nobody owns this contract, and there is nothing to set.
contract MessageRoot is IMessageRoot {
    // 0x0
    // 0x83016cb0
    error NotTheChain(uint256 chainId, address caller);

    IBridgehub public immutable BRIDGE_HUB;

    /// @inheritdoc IMessageRoot
    mapping(uint256 chainId => bytes32) public chainRoot;

    constructor(IBridgehub bridgehub) {
        BRIDGE_HUB = bridgehub;
    }

    /// @inheritdoc IMessageRoot
    function addChainBatchRoot(uint256 chainId, uint256 batchNumber, bytes32 batchRoot) external {
        if (BRIDGE_HUB.getZKChain(chainId) != msg.sender) revert NotTheChain(chainId, msg.sender);
        chainRoot[chainId] = keccak256(abi.encode(chainRoot[chainId], batchNumber, batchRoot));
        emit AppendedChainBatchRoot(chainId, batchNumber, batchRoot);
    }

    /// @inheritdoc IMessageRoot
    function aggregatedRoot() external view returns (bytes32) {
        uint256[] memory ids = BRIDGE_HUB.getAllZKChainChainIDs();
        bytes32[] memory words = new bytes32[](2 * ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            words[2 * i] = bytes32(ids[i]);
            words[2 * i + 1] = chainRoot[ids[i]];
        }
        return keccak256(abi.encodePacked(words));
    }
}
