// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What the asset router asks of whoever holds an asset
interface IAssetHandler {
    event BridgeBurn(
        uint256 indexed chainId, bytes32 indexed assetId, address indexed sender, address receiver, uint256 amount
    );
    event BridgeMint(uint256 indexed chainId, bytes32 indexed assetId, address receiver, uint256 amount);

    /// @notice Takes the asset from `originalCaller` and answers the data for the counterpart on `chainId`.
    /// @param msgValue value for the call on L2, 0 for the native token vault
    function bridgeBurn(
        uint256 chainId,
        uint256 msgValue,
        bytes32 assetId,
        address originalCaller,
        bytes calldata data
    ) external payable returns (bytes memory bridgeMintData);

    /// @notice Gives the asset out here; `data` comes from the counterpart on `chainId`.
    function bridgeMint(uint256 chainId, bytes32 assetId, bytes calldata data) external payable;
}

/// @title What only L1 can do, because only L1 can prove that L2 failed
interface IL1AssetHandler {
    /// @notice Gives a failed deposit back to `depositSender`.
    function bridgeRecoverFailedTransfer(
        uint256 chainId,
        bytes32 assetId,
        address depositSender,
        bytes calldata data
    ) external payable;
}
