// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Roots of the messages of all chains
/// @notice Keeps one rolling hash for each chain and answers one hash over all of them. There are no proofs against it yet;
/// it is the anchor on which interop will build.
interface IMessageRoot {
    event AppendedChainBatchRoot(uint256 indexed chainId, uint256 indexed batchNumber, bytes32 batchRoot);

    /// @notice Called by the chain for each batch that it executes.
    function addChainBatchRoot(uint256 chainId, uint256 batchNumber, bytes32 batchRoot) external;

    /// @notice r_n of the chain, r_0 = 0, r_i = keccak256(r_{i-1} ‖ word(batchNumber_i) ‖ batchRoot_i).
    function chainRoot(uint256 chainId) external view returns (bytes32);

    /// @notice keccak256 over word(chainId) ‖ chainRoot of all chains, in the order of their creation.
    function aggregatedRoot() external view returns (bytes32);
}
