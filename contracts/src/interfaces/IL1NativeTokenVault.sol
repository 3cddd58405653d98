// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INativeTokenVault} from "./INativeTokenVault.sol";

/// @title L1NativeTokenVault: where ether and tokens rest on L1 while they are used on chains
/// @notice Invariant: for every asset that comes from L1, what this contract holds is at least the sum of `chainBalance`
/// over all chains; a chain never gets more out than went in for it. A token that comes from chain X is minted here at the
/// word of X alone; other chains hold of it only what was sent to them.
///
/// Powers:
/// * asset router: `bridgeBurn`, `bridgeMint`, `lockBaseToken`, `bridgeRecoverFailedTransfer`;
/// * owner: `upgradeToAndCall`: this contract's code; transfer of ownership in two steps;
/// * owner of the beacon: the code of bridged tokens.
interface IL1NativeTokenVault is INativeTokenVault {
    // 0x8491c234
    error InsufficientChainBalance(uint256 chainId, bytes32 assetId, uint256 balance, uint256 amount);
    // 0xa0cba000
    error OriginMustRegister(uint256 originChainId, uint256 chainId);

    /// @notice How much of the asset is on the chain. Not kept for assets that come from that chain.
    function chainBalance(uint256 chainId, bytes32 assetId) external view returns (uint256);

    function L1_NULLIFIER() external view returns (address);

    /// @notice Takes the base token of a chain from a depositor.
    function lockBaseToken(uint256 chainId, bytes32 assetId, address originalCaller, uint256 amount) external payable;

    /// @notice Gives a failed deposit back to its sender.
    function bridgeRecoverFailedTransfer(uint256 chainId, bytes32 assetId, address depositSender, uint256 amount)
        external;
}
